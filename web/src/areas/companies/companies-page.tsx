import { companyStates, type OperatorCompany, type PostingRule } from '@rolecall/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Building2, Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { PostingRuleField } from '../../components/operator/posting-rule-field.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card, Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Input } from '../../components/ui/field.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { whyKnown } from './look-alikes.tsx';
import { companiesMessages } from './messages.ts';
import { companiesPlaceMessages } from './place.messages.ts';
import { companiesQueries } from './queries.ts';
import { CompanyStateBadge } from './state-badge.tsx';

const route = getRouteApi('/operator/companies');

export function CompaniesPage() {
  const { q, state } = route.useSearch();
  const words = useMessages(companiesMessages);
  const place = useMessages(companiesPlaceMessages);
  const query = useInfiniteQuery(companiesQueries.list({ q, state }));
  const to = '/operator/companies' as const;
  // A tab is the current one when its search is the same, and one with `q: undefined` never is.
  const sought = q === undefined ? {} : { q };
  return (
    <Page title={place.companies()} width="medium" description={words.about()}>
      <Policy />
      <SearchForm key={q ?? ''} q={q ?? ''} />
      <TabLinks
        label={words.which()}
        className="mb-4"
        tabs={[
          { label: words.all(), link: { to, search: sought } },
          ...companyStates.map((one) => ({
            label: words[one](),
            link: { to, search: { ...sought, state: one } },
          })),
        ]}
      />
      <PagedList
        query={query}
        more={words.more()}
        empty={
          <EmptyState icon={Building2} title={words.none()}>
            {words.none_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <Card className="overflow-hidden">
            <ul className="divide-y divide-line">
              {items.map((company) => (
                <li key={company.id}>
                  <CompanyItem company={company} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </PagedList>
    </Page>
  );
}

function Policy() {
  const words = useMessages(companiesMessages);
  const queries = useQueryClient();
  const { data, error, isError, refetch } = useQuery(companiesQueries.policy());
  const save = useMutation({
    mutationFn: (rule: PostingRule) => client.companies.setPolicy({ body: { unverified_postings: rule } }),
    onSuccess: () => toast.success(words.saved()),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: companiesQueries.policy().queryKey }),
  });
  return (
    <Section title={words.policy()} description={words.policy_about()} className="mb-6">
      {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-2" />}
      {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
      {data !== undefined && (
        <PostingRuleField
          label={words.rule()}
          words={words}
          value={save.variables ?? data.unverified_postings}
          disabled={save.isPending}
          onChoose={save.mutate}
        />
      )}
    </Section>
  );
}

function SearchForm({ q }: { readonly q: string }) {
  const words = useMessages(companiesMessages);
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const sought = typed.trim();
    void navigate({ search: (before) => ({ ...before, q: sought === '' ? undefined : sought }) });
  };
  return (
    <search>
      <form onSubmit={search} className="mb-5 flex gap-2">
        <Input
          type="search"
          aria-label={words.search()}
          placeholder={words.search()}
          maxLength={120}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" variant="primary">
          <Search aria-hidden />
          {words.find()}
        </Button>
      </form>
    </search>
  );
}

function CompanyItem({ company }: { readonly company: OperatorCompany }) {
  const words = useMessages(companiesMessages);
  return (
    <Link
      to="/operator/companies/$companyId"
      params={{ companyId: company.id }}
      className="block px-4 py-3.5 text-sm hover:bg-sunken sm:px-5"
      data-testid="company"
    >
      <span className="flex flex-wrap items-center gap-3">
        <Monogram name={company.name} />
        <span className="min-w-0 flex-1 basis-40">
          <span className="block truncate font-medium">{company.name}</span>
          <span className="block truncate text-muted">
            {company.domain ?? company.awaiting?.domain ?? words.signed_up({ at: company.created_at })}
          </span>
        </span>
        <CompanyStateBadge company={company} />
      </span>
      {company.looks_like.map((alike) => (
        <span
          key={alike.id}
          className="mt-2 block break-words text-warn-ink sm:ps-13"
          data-testid="looks-like"
        >
          {words.looks_like_one({ name: alike.name, why: whyKnown(alike, words) })}
        </span>
      ))}
    </Link>
  );
}
