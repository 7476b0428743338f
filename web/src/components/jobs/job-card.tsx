import type { JobSummary, Match } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Monogram } from '../ui/monogram.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { CompanyMark } from './company-trust.tsx';
import { JobFacts } from './job-facts.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { ReasonChips } from './match-reasons.tsx';
import { jobPartsMessages } from './messages.ts';
import { AlsoPosted } from './other-postings.tsx';
import { Score } from './score.tsx';
import { StaleMark } from './stale-job.tsx';

interface JobCardProps {
  readonly job: JobSummary;
  readonly match?: Match;
  /** Level of the heading, after what stands above the list. */
  readonly heading?: 'h2' | 'h3';
  /** What the list has to say of it, below all else. */
  readonly note?: ReactNode;
}

const maximumSkills = 6;

export function JobCard({ job, match, heading: Heading = 'h2', note }: JobCardProps) {
  const words = useMessages(jobPartsMessages);
  return (
    <Card
      className={cn(
        'relative flex gap-4 p-4 transition-colors hover:border-line-strong sm:p-5',
        job.mark === 'hidden' && 'border-dashed bg-transparent shadow-none',
      )}
      data-testid="job-card"
    >
      <Monogram name={job.company.name} className="hidden size-11 sm:grid" />
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <Heading className="leading-snug font-semibold">
              <Link
                to="/jobs/$jobId"
                params={{ jobId: job.id }}
                className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {job.title}
              </Link>
            </Heading>
            <p className="mt-0.5 text-sm text-muted">
              <span className="font-medium text-ink">{job.company.name}</span>
              <CompanyMark company={job.company} />
              {' · '}
              <RelativeTime value={job.published_at} />
              {job.status === 'closed' && (
                <Badge tone="warn" className="ms-2">
                  {words.closed()}
                </Badge>
              )}
              {job.mark === 'hidden' && <Badge className="ms-2">{words.hidden()}</Badge>}
            </p>
          </div>
          <div className="flex shrink-0 items-start gap-2">
            <MarkButtons job={job} />
            {match !== undefined && <Score score={match.score} className="-mt-1" />}
          </div>
        </div>
        <JobFacts job={job} className="mt-2.5" />
        <AlsoPosted job={job} />
        <StaleMark job={job} />
        {match === undefined ? (
          <>
            {job.excerpt !== '' && (
              <p className="mt-2.5 line-clamp-2 text-sm leading-relaxed text-muted">{job.excerpt}</p>
            )}
            <Skills skills={job.skills} />
          </>
        ) : (
          <ReasonChips reasons={match.reasons} className="mt-3" />
        )}
        {note}
      </div>
    </Card>
  );
}

function Skills({ skills }: { readonly skills: readonly string[] }) {
  const words = useMessages(jobPartsMessages);
  if (skills.length === 0) return null;
  const more = skills.length - maximumSkills;
  return (
    <ul className="mt-3 flex flex-wrap gap-1.5" aria-label={words.skills()}>
      {skills.slice(0, maximumSkills).map((skill) => (
        <li key={skill}>
          <Badge>{skill}</Badge>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Badge>+{more}</Badge>
        </li>
      )}
    </ul>
  );
}
