import type { Job } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Pencil, Users } from 'lucide-react';
import { OtherPostings, VacancyLink } from '../../components/jobs/other-postings.tsx';
import { ReportJob } from '../../components/jobs/report-job.tsx';
import { ReviewNotice } from '../../components/jobs/review-notice.tsx';
import { LinkEvidence, ReportGone, StaleNotice } from '../../components/jobs/stale-job.tsx';
import { WhyPanel } from '../../components/notifications/why-panel.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { jobMessages } from './job.messages.ts';
import { SimilarJobs } from './similar-jobs.tsx';

/** What its readers have to know before all else. */
export const JobNotices = ({ job }: { readonly job: Job }) => (
  <>
    <ReviewNotice review={job.review} />
    <StaleNotice stale={job.stale} />
  </>
);

/** What else there is to know and to do about it, for whoever looks at it. */
export function MoreOfJob({ job, isOwn }: { readonly job: Job; readonly isOwn: boolean }) {
  const role = useAccount()?.role;
  const isFromSource = job.source !== null;
  const mayReport = !isOwn && role !== 'operator';
  return (
    <>
      {role === 'job_seeker' && <WhyPanel subject={`job:${job.id}`} />}
      <OtherPostings job={job} />
      <SimilarJobs jobId={job.id} />
      {role === 'operator' && <VacancyLink jobId={job.id} />}
      {role === 'operator' && isFromSource && <LinkEvidence jobId={job.id} />}
      {mayReport && isFromSource && job.status === 'open' && <ReportGone jobId={job.id} />}
      {mayReport && <ReportJob jobId={job.id} />}
    </>
  );
}

/** The text of a posting. */
export const Description = ({ html }: { readonly html: string }) => (
  <div
    className="prose-html"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has reduced it to harmless tags
    dangerouslySetInnerHTML={{ __html: html }}
  />
);

/** What its recruiters can do. */
export function OwnJobPanel({ job }: { readonly job: Job }) {
  const words = useMessages(jobMessages);
  return (
    <Card className="space-y-3 p-5">
      <div className="flex items-center justify-between">
        <h2 className="font-semibold">{words.own()}</h2>
        <Badge tone={job.status === 'open' ? 'accent' : 'warn'}>{words[job.status]()}</Badge>
      </div>
      <Button asChild variant="primary" className="w-full">
        <Link to="/company/jobs/$jobId/applicants" params={{ jobId: job.id }}>
          <Users aria-hidden />
          {words.applicants()}
        </Link>
      </Button>
      {job.status === 'open' && (
        <Button asChild className="w-full">
          <Link to="/company/jobs/$jobId/edit" params={{ jobId: job.id }}>
            <Pencil aria-hidden />
            {words.edit()}
          </Link>
        </Button>
      )}
    </Card>
  );
}

/** What a job asks for. */
export function JobSkills({ skills }: { readonly skills: readonly string[] }) {
  const words = useMessages(jobMessages);
  if (skills.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-wrap gap-1.5" aria-label={words.skills()}>
      {skills.map((skill) => (
        <li key={skill}>
          <Badge>{skill}</Badge>
        </li>
      ))}
    </ul>
  );
}
