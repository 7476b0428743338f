import type { CompanyPostings, OwnCompany } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { BadgeCheck, EyeOff, Hourglass, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, ListSkeleton, Skeleton } from '../../components/ui/feedback.tsx';
import { Meter } from '../../components/ui/meter.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { companyQueries } from '../../lib/queries/company.ts';
import { companyPageMessages } from './company-page.messages.ts';
import { CompanyProofs } from './company-proofs.tsx';

/** How the own company stands, what follows from that, and how to prove who it is. */
export function CompanyPage() {
  const words = useMessages(companyPageMessages);
  const { data: company, error, isError, refetch } = useQuery(companyQueries.own());
  return (
    <Page title={words.company()} width="medium" description={company?.name}>
      {company === undefined && !isError && <ListSkeleton rows={3} />}
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {company !== undefined && (
        <div className="space-y-5">
          <Standing company={company} />
          <Postings company={company} />
          {company.trust === 'unverified' && company.refused === null && <CompanyProofs company={company} />}
        </div>
      )}
    </Page>
  );
}

function Standing({ company }: { readonly company: OwnCompany }) {
  const words = useMessages(companyPageMessages);
  const isVerified = company.trust !== 'unverified';
  return (
    <Section
      title={words.standing()}
      action={
        isVerified ? (
          <Badge tone="accent" data-testid="company-standing">
            <BadgeCheck aria-hidden />
            {words.verified()}
          </Badge>
        ) : (
          <Badge tone="warn" data-testid="company-standing">
            {company.awaiting === null ? <ShieldAlert aria-hidden /> : <Hourglass aria-hidden />}
            {company.awaiting === null ? words.unverified() : words.waits()}
          </Badge>
        )
      }
    >
      <div className="space-y-3 text-sm leading-relaxed">
        <p>{isVerified ? <HowVerified company={company} /> : words.nobody_checked()}</p>
        {company.domain !== null && (
          <p className="text-muted">{words.domain_shown({ domain: company.domain })}</p>
        )}
        {company.awaiting !== null && (
          <p className="rounded-lg bg-info-soft p-3 break-words text-info-ink" data-testid="awaiting">
            {words.awaiting({ domain: company.awaiting.domain, at: company.awaiting.since })}
          </p>
        )}
        {company.refused !== null && (
          <div className="space-y-1 rounded-lg bg-danger-soft p-3 text-danger-ink">
            <p>{words.refused({ at: company.refused.at })}</p>
            {company.refused.reason !== '' && <p className="break-words">{company.refused.reason}</p>}
          </div>
        )}
        {company.hidden && (
          <p className="flex gap-2.5 rounded-lg bg-danger-soft p-3 text-danger-ink">
            <EyeOff className="size-5 shrink-0" aria-hidden />
            {words.hidden()}
          </p>
        )}
      </div>
    </Section>
  );
}

function HowVerified({ company }: { readonly company: OwnCompany }): ReactNode {
  const words = useMessages(companyPageMessages);
  const { verified_by: by, verified_at: at, domain } = company;
  if (at === null) return null;
  if (by === 'mail' && domain !== null) return words.by_mail({ at, domain });
  if (by === 'dns' && domain !== null) return words.by_dns({ at, domain });
  return words.by_operator({ at });
}

function Postings({ company }: { readonly company: OwnCompany }) {
  const words = useMessages(companyPageMessages);
  const { data, error, isError, refetch } = useQuery(companyQueries.postings());
  return (
    <Section title={words.postings()}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
      {data === undefined && !isError && <Skeleton className="h-24 w-full" />}
      {data !== undefined && (
        <div className="space-y-4 text-sm">
          <p className="leading-relaxed">{ruleWords(company, data, words)}</p>
          {data.waiting > 0 && !company.hidden && (
            <p className="rounded-lg bg-warn-soft p-3 text-warn-ink" data-testid="waiting-jobs">
              {words.waiting({ count: data.waiting })}
            </p>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <Quota label={words.open_jobs()} used={data.open} limit={data.open_limit} />
            <Quota label={words.jobs_today()} used={data.recent} limit={data.daily_limit} />
          </div>
          {company.trust === 'unverified' && <p className="text-muted">{words.more_when_verified()}</p>}
        </div>
      )}
    </Section>
  );
}

function ruleWords(
  { trust, hidden }: OwnCompany,
  { rule }: CompanyPostings,
  words: ReturnType<typeof companyPageMessages>,
): string {
  if (hidden) return words.hidden();
  if (trust === 'unverified' && rule === 'announced') return words.announced_unverified();
  return words[rule]();
}

interface QuotaProps {
  readonly label: string;
  readonly used: number;
  readonly limit: number;
}

function Quota({ label, used, limit }: QuotaProps) {
  const words = useMessages(companyPageMessages);
  return (
    <div className="space-y-1.5">
      <p className="flex justify-between gap-3">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{words.of({ used, limit })}</span>
      </p>
      <Meter label={label} value={Math.min(used, limit)} total={limit} />
    </div>
  );
}
