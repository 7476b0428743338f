import type { Person } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Search, UserX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Input } from '../../components/ui/field.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { roleLabels } from '../../lib/labels.ts';
import { peopleQueries } from '../../lib/queries/traces.ts';

const route = getRouteApi('/operator/people');

export function PeoplePage() {
  const { q = '' } = route.useSearch();
  const query = useInfiniteQuery(peopleQueries.list(q));
  return (
    <Page title="People" width="medium" description="Find somebody to see what they were told, and why.">
      <SearchForm key={q} q={q} />
      <PagedList
        query={query}
        noun="people"
        empty={
          <EmptyState icon={UserX} title="Nobody is called that">
            The beginning of the address or of a name finds somebody.
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

function SearchForm({ q }: { readonly q: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const sought = typed.trim();
    void navigate({ to: '/operator/people', search: sought === '' ? {} : { q: sought } });
  };
  return (
    <search>
      <form onSubmit={search} className="mb-5 flex gap-2">
        <Input
          type="search"
          aria-label="Address or name"
          placeholder="Address or name"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" variant="primary">
          <Search aria-hidden />
          Find
        </Button>
      </form>
    </search>
  );
}

const PersonItem = ({ person }: { readonly person: Person }) => (
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
    <Badge>{roleLabels[person.role]}</Badge>
  </Link>
);
