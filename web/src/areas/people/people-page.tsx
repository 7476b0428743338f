import { type Person, personStates, roles } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Search, UserX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Input, Select } from '../../components/ui/field.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { type PeopleFilter, peopleQueries } from '../../lib/queries/traces.ts';
import { roleMessages } from '../../lib/role-messages.ts';
import { personAccountMessages } from './account-messages.ts';
import { peopleMessages } from './messages.ts';

const route = getRouteApi('/operator/people');

export function PeoplePage() {
  const texts = useMessages(peopleMessages);
  const filter = route.useSearch();
  const { q = '' } = filter;
  const query = useInfiniteQuery(peopleQueries.list(filter));
  return (
    <Page title={texts.people()} width="medium" description={texts.about()}>
      <SearchForm key={q} q={q} filter={filter} />
      <PagedList
        query={query}
        empty={
          <EmptyState icon={UserX} title={texts.nobody()}>
            {texts.nobody_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <Card className="overflow-hidden">
            <ul className="divide-y divide-line">
              {items.map((person) => (
                <li key={person.user_id}>
                  <PersonItem person={person} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </PagedList>
    </Page>
  );
}

function SearchForm({ q, filter }: { readonly q: string; readonly filter: PeopleFilter }) {
  const texts = useMessages(peopleMessages);
  const words = useMessages(personAccountMessages);
  const roleWords = useMessages(roleMessages);
  const { locale: lang } = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const sought = typed.trim();
    void navigate({ to: '/operator/people', search: { ...filter, q: sought === '' ? undefined : sought } });
  };
  const choose = (change: Pick<PeopleFilter, 'role' | 'state'>) =>
    void navigate({ to: '/operator/people', search: { ...filter, ...change } });
  return (
    <search>
      <form onSubmit={search} className="mb-5 flex gap-2">
        <Input
          type="search"
          aria-label={texts.address_or_name()}
          placeholder={texts.address_or_name()}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" variant="primary">
          <Search aria-hidden />
          {texts.find()}
        </Button>
      </form>
      <div className="-mt-2 mb-5 flex flex-wrap gap-2" lang={lang}>
        <Select
          className="w-auto"
          aria-label={words.role()}
          value={filter.role ?? ''}
          onChange={({ target }) => choose({ role: roles.find((role) => role === target.value) })}
        >
          <option value="">{words.any_role()}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]()}
            </option>
          ))}
        </Select>
        <Select
          className="w-auto"
          aria-label={words.state()}
          value={filter.state ?? ''}
          onChange={({ target }) => choose({ state: personStates.find((state) => state === target.value) })}
        >
          <option value="">{words.any_state()}</option>
          {personStates.map((state) => (
            <option key={state} value={state}>
              {words[`${state}_state`]()}
            </option>
          ))}
        </Select>
      </div>
    </search>
  );
}

function PersonItem({ person }: { readonly person: Person }) {
  const roles = useMessages(roleMessages);
  return (
    <Link
      to="/operator/people/$userId"
      params={{ userId: person.user_id }}
      className="flex items-center gap-3 px-4 py-3.5 text-sm hover:bg-sunken sm:px-5"
      data-testid="person"
    >
      <Monogram name={person.name} className="rounded-full" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-muted">{person.email}</span>
      </span>
      {person.disabled_at !== null && <DisabledBadge />}
      <Badge>{roles[person.role]()}</Badge>
    </Link>
  );
}

function DisabledBadge() {
  const words = useMessages(personAccountMessages);
  const { locale: lang } = useLanguage();
  return (
    <Badge tone="danger" lang={lang}>
      {words.disabled_state()}
    </Badge>
  );
}
