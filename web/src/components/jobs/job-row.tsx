import type { JobSummary, Match } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatDate, formatPay } from '../../lib/format.ts';
import { employmentTypeMessages, workplaceMessages } from '../../lib/labels.messages.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { CompanyMark } from './company-trust.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { ReasonChips } from './match-reasons.tsx';
import { jobPartsMessages } from './messages.ts';
import { AlsoPosted } from './other-postings.tsx';
import { Score } from './score.tsx';
import { StaleMark } from './stale-job.tsx';

interface JobRowProps {
  readonly job: JobSummary;
  readonly match?: Match | undefined;
  /** It is shown beside the list. */
  readonly isChosen?: boolean;
  readonly onOpen?: ((event: MouseEvent, jobId: string) => void) | undefined;
  /** What the list has to say of it, below all else. */
  readonly note?: ReactNode;
}

/** A job in a list that is gone through quickly: each fact has its place, so that the eye finds it in every row. */
export function JobRow({ job, match, isChosen = false, onOpen, note }: JobRowProps) {
  const words = useMessages(jobPartsMessages);
  return (
    <article
      data-testid="job-card"
      data-job-id={job.id}
      className={cn(
        'group relative flex gap-3 px-4 py-3 transition-colors hover:bg-sunken/60 sm:px-5',
        job.mark === 'hidden' && 'opacity-75',
        isChosen &&
          'bg-accent-soft/60 shadow-[inset_3px_0_0_var(--color-accent)] hover:bg-accent-soft/60 rtl:shadow-[inset_-3px_0_0_var(--color-accent)]',
      )}
    >
      {match !== undefined && <Score score={match.score} className="mt-0.5 size-11" />}
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="min-w-0 text-[0.9375rem] leading-snug font-semibold">
            <Link
              to="/jobs/$jobId"
              params={{ jobId: job.id }}
              aria-current={isChosen ? 'true' : undefined}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              onClick={onOpen && ((event) => onOpen(event, job.id))}
            >
              {job.title}
            </Link>
          </h2>
          <span className="shrink-0 text-xs text-muted">
            <RelativeTime value={job.published_at} />
          </span>
        </div>
        <p className="flex min-w-0 items-center gap-1 text-sm">
          <span className="truncate font-medium">{job.company.name}</span>
          <span className="flex shrink-0 items-center gap-1.5 text-muted">
            <CompanyMark company={job.company} />
            {job.status === 'closed' && <Badge tone="warn">{words.closed()}</Badge>}
            {job.mark === 'hidden' && <Badge>{words.hidden()}</Badge>}
          </span>
        </p>
        <div className="flex items-end justify-between gap-3">
          <div className="min-w-0 flex-1 text-sm text-muted">
            <Facts job={job} />
          </div>
          <div
            className={cn(
              'shrink-0 transition-opacity pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100',
              // What is marked says so, without a pointer over it.
              job.mark === null && 'pointer-fine:opacity-0',
            )}
          >
            <MarkButtons job={job} />
          </div>
        </div>
        {match !== undefined && (
          <ReasonChips reasons={match.reasons} className="mt-1.5 max-h-6 overflow-hidden" />
        )}
        <AlsoPosted job={job} />
        <StaleMark job={job} />
        {note}
      </div>
    </article>
  );
}

/** Where, and under it what it pays: always in these lines. */
function Facts({ job }: { readonly job: JobSummary }) {
  const words = useMessages(jobPartsMessages);
  const workplaces = useMessages(workplaceMessages);
  const types = useMessages(employmentTypeMessages);
  const format = useTimeFormat();
  const { places, workplace, employment_type: type, pay, deadline_at: deadline } = job;
  const [place] = places;
  const where = [
    ...(place === undefined
      ? []
      : [places.length > 1 ? words.more_places({ places: place, count: places.length - 1 }) : place]),
    ...(workplace === null ? [] : [workplaces[workplace]()]),
    ...(type === null ? [] : [types[type]()]),
  ];
  return (
    <>
      <p className="truncate">
        <span className="sr-only">{words.fact({ name: words.place() })} </span>
        {where.join(' · ')}
      </p>
      <p className="mt-0.5 flex flex-wrap gap-x-3">
        {pay !== null && (
          <span className="font-medium text-ink tabular-nums">
            <span className="sr-only">{words.fact({ name: words.pay() })} </span>
            {formatPay(pay, format.locale)}
          </span>
        )}
        {deadline !== null && <span>{words.apply_by({ date: formatDate(deadline, format) })}</span>}
      </p>
    </>
  );
}
