import type { OperatorCompany, OperatorCompanyDetail } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Building2, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { LookAlikes } from './look-alikes.tsx';
import { companiesMessages } from './messages.ts';
import { companiesPlaceMessages } from './place.messages.ts';
import { companiesQueries } from './queries.ts';
import { CompanyStateBadge, needsNameReview } from './state-badge.tsx';

const route = getRouteApi('/operator/companies/$companyId');

/** One company: who acts for it, what it has posted, and what an operator can decide. */
export function OperatorCompanyPage() {
  const { companyId } = route.useParams();
  const words = useMessages(companiesMessages);
  const place = useMessages(companiesPlaceMessages);
  const { data: company, error, isError, refetch } = useQuery(companiesQueries.one(companyId));
  const isMissing = hasCode(error, 'not_found') || hasCode(error, 'invalid_request');
  return (
    <Page
      title={company?.name ?? place.companies()}
      width="medium"
      description={company === undefined ? undefined : <CompanyStateBadge company={company} />}
    >
      <Link
        to="/operator/companies"
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {words.all_companies()}
      </Link>
      {isMissing && (
        <EmptyState icon={Building2} title={words.not_found()}>
          {words.not_found_why()}
        </EmptyState>
      )}
      {isError && !isMissing && <ErrorState error={error} onRetry={() => void refetch()} />}
      {company === undefined && !isError && <ListSkeleton rows={3} />}
      {company !== undefined && (
        <div className="space-y-5">
          <Standing company={company} />
          <LookAlikes company={company} />
          <Recruiters company={company} />
          <Postings companyId={company.id} />
        </div>
      )}
    </Page>
  );
}

function Standing({ company }: { readonly company: OperatorCompanyDetail }) {
  const words = useMessages(companiesMessages);
  const [decision, setDecision] = useState<Decision>();
  const offered: readonly Decision[] = offeredFor(company);
  return (
    <Section
      title={words.standing()}
      action={
        <Button asChild size="small">
          <Link to="/operator/audit" search={{ subject_type: 'company', subject: company.id }}>
            <ScrollText aria-hidden />
            {words.history()}
          </Link>
        </Button>
      }
    >
      <div className="space-y-2 text-sm leading-relaxed">
        <p>{standingWords(company, words)}</p>
        {company.refused !== null && company.refused.reason !== '' && (
          <p className="break-words text-muted">
            {words.reason()}: {company.refused.reason}
          </p>
        )}
        {company.hidden && <p>{words.is_hidden()}</p>}
        {company.awaiting !== null && (
          <p className="break-words" data-testid="awaiting">
            {words.awaits({ domain: company.awaiting.domain, at: company.awaiting.since })}
          </p>
        )}
        {company.proof !== null && <p>{words.under_way({ domain: company.proof.domain })}</p>}
        {company.trust === 'unverified' && (
          <p className="text-muted">
            {words.rule()}:{' '}
            {company.posting_rule === null ? words.by_policy() : words[company.posting_rule]()}
          </p>
        )}
      </div>
      <div className="mt-5 flex flex-wrap gap-2 border-t border-line pt-5">
        {offered.map((one) => (
          <Button
            key={one}
            variant={
              one === 'confirm' ? 'primary' : one === 'refuse' || one === 'hide' ? 'quietDanger' : 'secondary'
            }
            onClick={() => setDecision(one)}
          >
            {words[one]()}
          </Button>
        ))}
      </div>
      {decision !== undefined && (
        <DecisionDialog company={company} decision={decision} onClose={() => setDecision(undefined)} />
      )}
    </Section>
  );
}

/** What can be decided about a company as it stands. */
function offeredFor(company: OperatorCompany): Decision[] {
  const { trust, hidden, refused } = company;
  const visibility: Decision = hidden ? 'show' : 'hide';
  if (trust === 'source') return [visibility];
  if (trust === 'verified')
    return [...(needsNameReview(company) ? (['confirm'] as const) : []), 'withdraw', 'refuse', visibility];
  return refused === null ? ['confirm', 'own_rule', 'refuse', visibility] : ['confirm', visibility];
}

function standingWords(company: OperatorCompany, words: ReturnType<typeof companiesMessages>): string {
  const { trust, verified_at: at, verified_by: by, domain, refused } = company;
  if (trust === 'source') return words.from_source();
  if (refused !== null) return words.refused_at({ at: refused.at });
  if (at === null) return words.nobody_checked();
  const how =
    domain === null || by === 'operator' || by === null
      ? words.by_operator()
      : by === 'mail'
        ? words.by_mail({ domain })
        : words.by_dns({ domain });
  return words.verified_at({ at, how });
}

function Recruiters({ company }: { readonly company: OperatorCompanyDetail }) {
  const words = useMessages(companiesMessages);
  if (company.trust === 'source') return null;
  return (
    <Section title={words.recruiters()}>
      {company.recruiters.length === 0 && <p className="text-sm text-muted">{words.no_recruiters()}</p>}
      <ul className="divide-y divide-line text-sm">
        {company.recruiters.map(({ user_id: userId, name, email, email_verified: isConfirmed }) => (
          <li key={userId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 first:pt-0 last:pb-0">
            <Link
              to="/operator/people/$userId"
              params={{ userId }}
              className="font-medium underline underline-offset-2"
            >
              {name}
            </Link>
            <span className="min-w-0 flex-1 break-all text-muted">{email}</span>
            <Badge tone={isConfirmed ? 'accent' : 'warn'}>
              {isConfirmed ? words.address_confirmed() : words.address_unconfirmed()}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Postings({ companyId }: { readonly companyId: string }) {
  const words = useMessages(companiesMessages);
  const { data } = useQuery(companiesQueries.postings(companyId));
  const query = useInfiniteQuery(companiesQueries.jobs(companyId));
  return (
    <Section title={words.postings()} description={data === undefined ? undefined : words.posted(data)}>
      <PagedList query={query} empty={<p className="text-sm text-muted">{words.no_postings()}</p>}>
        {(items) => (
          <ul className="divide-y divide-line text-sm">
            {items.map((job) => (
              <li key={job.id} className="flex flex-wrap items-center gap-2 py-3 first:pt-0 last:pb-0">
                <Link
                  to="/jobs/$jobId"
                  params={{ jobId: job.id }}
                  className="min-w-0 flex-1 basis-48 font-medium break-words underline underline-offset-2"
                >
                  {job.title}
                </Link>
                {job.status === 'closed' && <Badge>{words.closed()}</Badge>}
                {job.status === 'open' && !job.is_announced && job.is_visible && (
                  <Badge tone="warn">{words.waits()}</Badge>
                )}
                {!job.is_visible && <Badge tone="danger">{words.out_of_sight()}</Badge>}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}
