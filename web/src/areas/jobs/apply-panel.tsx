import type { Job } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ExternalLink, Send } from 'lucide-react';
import { useState } from 'react';
import { StatusBadge } from '../../components/applications/status-badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { useAccount } from '../../lib/session.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { jobMessages } from './job.messages.ts';

/** What this person can do about the job now. */
export const ApplyPanel = ({ job }: { readonly job: Job }) => (
  <Card className="space-y-3 p-5" data-testid="apply-panel">
    <PanelContent job={job} />
  </Card>
);

function PanelContent({ job }: { readonly job: Job }) {
  const words = useMessages(jobMessages);
  if (job.application_id !== null) return <OwnApplication applicationId={job.application_id} />;
  const [open] = job.other_postings;
  if (job.status === 'closed' && open !== undefined) {
    return (
      <>
        <h2 className="font-semibold">{words.is_closed()}</h2>
        <p className="text-sm text-muted">{words.open_elsewhere()}</p>
        <Button asChild variant="primary" className="w-full">
          <Link to="/jobs/$jobId" params={{ jobId: open.id }}>
            {words.to_open_posting()}
          </Link>
        </Button>
      </>
    );
  }
  if (job.status === 'closed') {
    return (
      <>
        <h2 className="font-semibold">{words.is_closed()}</h2>
        <p className="text-sm text-muted">{words.takes_none()}</p>
        <Button asChild className="w-full">
          <Link to="/jobs" search={{ q: job.title }}>
            {words.similar()}
          </Link>
        </Button>
      </>
    );
  }
  return (
    <>
      <ApplyAction job={job} className="w-full" />
      <ApplyHint job={job} />
    </>
  );
}

interface ApplyActionProps {
  readonly job: Job;
  readonly className?: string;
}

/** The one button that leads to an application, where there can be one. */
export function ApplyAction({ job, className }: ApplyActionProps) {
  const words = useMessages(jobMessages);
  const account = useAccount();
  const location = useLocation();
  const [open, setOpen] = useState(false);
  if (job.application_id !== null || job.status === 'closed') return null;
  if (job.apply_url !== null) {
    return (
      <Button asChild variant="primary" size="large" className={className}>
        <a href={job.apply_url} target="_blank" rel="noopener noreferrer">
          {words.apply_there()}
          <ExternalLink aria-hidden />
          <span className="sr-only">{words.opens_tab()}</span>
        </a>
      </Button>
    );
  }
  if (account === null) {
    return (
      <Button asChild variant="primary" size="large" className={className}>
        <Link to="/sign-in" search={{ next: location.href }}>
          {words.sign_in()}
        </Link>
      </Button>
    );
  }
  if (account.role !== 'job_seeker') return null;
  return (
    <>
      <Button variant="primary" size="large" className={className} onClick={() => setOpen(true)}>
        <Send aria-hidden />
        {words.apply()}
      </Button>
      {open && <ApplyDialog job={job} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What stands below the button. */
function ApplyHint({ job }: { readonly job: Job }) {
  const words = useMessages(jobMessages);
  const account = useAccount();
  const location = useLocation();
  if (job.apply_url !== null) {
    return <p className="text-sm text-muted">{words.applies_there({ company: job.company.name })}</p>;
  }
  if (account === null) {
    return (
      <p className="text-sm text-muted">
        {words.new_here()}{' '}
        <Link
          to="/sign-up"
          search={{ next: location.href }}
          className="text-accent-ink underline underline-offset-2"
        >
          {words.sign_up()}
        </Link>
        .
      </p>
    );
  }
  return (
    <p className="text-sm text-muted">
      {account.role === 'job_seeker' ? words.apply_about() : words.only_seekers()}
    </p>
  );
}

function OwnApplication({ applicationId }: { readonly applicationId: string }) {
  const words = useMessages(jobMessages);
  const { data: application } = useQuery(applicationQueries.one(applicationId));
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{words.applied()}</h2>
        {application !== undefined && <StatusBadge status={application.status} />}
      </div>
      {application !== undefined && (
        <p className="text-sm text-muted">
          {words.sent()} <RelativeTime value={application.created_at} />
        </p>
      )}
      <Button asChild className="w-full">
        <Link to="/applications/$applicationId" params={{ applicationId }}>
          {words.application()}
        </Link>
      </Button>
    </>
  );
}
