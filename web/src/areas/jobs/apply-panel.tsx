import type { Job } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ExternalLink, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { StatusBadge } from '../../components/applications/status-badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { useAccount } from '../../lib/session.ts';
import { ApplyDialog } from './apply-dialog.tsx';

/** What this person can do about the job now. */
export const ApplyPanel = ({ job }: { readonly job: Job }) => (
  <Card className="space-y-3 p-5" data-testid="apply-panel">
    {panelContent(job)}
  </Card>
);

function panelContent(job: Job): ReactNode {
  if (job.application_id !== null) return <OwnApplication applicationId={job.application_id} />;
  if (job.status === 'closed') {
    return (
      <>
        <h2 className="font-semibold">This job is closed</h2>
        <p className="text-sm text-muted">It takes no more applications.</p>
        <Button asChild className="w-full">
          <Link to="/jobs" search={{ q: job.title }}>
            Find similar jobs
          </Link>
        </Button>
      </>
    );
  }
  if (job.apply_url !== null) {
    return (
      <>
        <Button asChild variant="primary" size="large" className="w-full">
          <a href={job.apply_url} target="_blank" rel="noopener noreferrer">
            Apply on the company's site
            <ExternalLink aria-hidden />
            <span className="sr-only">(opens a new tab)</span>
          </a>
        </Button>
        <p className="text-sm text-muted">{job.company.name} takes applications on its own site.</p>
      </>
    );
  }
  return <ApplyHere job={job} />;
}

function ApplyHere({ job }: { readonly job: Job }) {
  const account = useAccount();
  const location = useLocation();
  const [open, setOpen] = useState(false);
  if (account === null) {
    return (
      <>
        <Button asChild variant="primary" size="large" className="w-full">
          <Link to="/sign-in" search={{ next: location.href }}>
            Sign in to apply
          </Link>
        </Button>
        <p className="text-sm text-muted">
          New here?{' '}
          <Link
            to="/sign-up"
            search={{ next: location.href }}
            className="text-accent-ink underline underline-offset-2"
          >
            Create an account
          </Link>
          .
        </p>
      </>
    );
  }
  if (account.role !== 'job_seeker') {
    return <p className="text-sm text-muted">Only job seekers can apply for a job.</p>;
  }
  return (
    <>
      <Button variant="primary" size="large" className="w-full" onClick={() => setOpen(true)}>
        <Send aria-hidden />
        Apply now
      </Button>
      <p className="text-sm text-muted">With a note and a résumé; you will see every step here.</p>
      {open && <ApplyDialog job={job} onClose={() => setOpen(false)} />}
    </>
  );
}

function OwnApplication({ applicationId }: { readonly applicationId: string }) {
  const { data: application } = useQuery(applicationQueries.one(applicationId));
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">You have applied</h2>
        {application !== undefined && <StatusBadge status={application.status} />}
      </div>
      {application !== undefined && (
        <p className="text-sm text-muted">
          Sent <RelativeTime value={application.created_at} />
        </p>
      )}
      <Button asChild className="w-full">
        <Link to="/applications/$applicationId" params={{ applicationId }}>
          See your application
        </Link>
      </Button>
    </>
  );
}
