import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { companiesQueries } from './queries.ts';
import { Recruiters } from './recruiters.tsx';
import { Standing } from './standing.tsx';
import { CompanyStateBadge } from './state-badge.tsx';

interface BehindPostingProps {
  readonly companyId: string;
  readonly title: string;
}

/** Whose a posting is, with what an operator decides about them, for pages on which the posting is judged. */
export function BehindPosting({ companyId, title }: BehindPostingProps) {
  const { data: company, error, isError, refetch } = useQuery(companiesQueries.one(companyId));
  return (
    <section className="space-y-5" aria-label={title} data-testid="behind-posting">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl">
        <span>{title}</span>
        {company !== undefined && (
          <>
            <Link
              to="/operator/companies/$companyId"
              params={{ companyId }}
              className="text-base break-words underline underline-offset-2"
            >
              {company.name}
            </Link>
            <CompanyStateBadge company={company} />
          </>
        )}
      </h2>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {company === undefined && !isError && <ListSkeleton rows={2} />}
      {company !== undefined && (
        <>
          <Standing company={company} />
          <Recruiters company={company} />
        </>
      )}
    </section>
  );
}
