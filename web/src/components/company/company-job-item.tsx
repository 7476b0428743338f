import type { companyJobSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleX, Ellipsis, Eye, Pencil, RotateCcw, Users } from 'lucide-react';
import { toast } from 'sonner';
import type { z } from 'zod';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { pluralize } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { RelativeTime } from '../ui/time.tsx';

type CompanyJob = z.infer<typeof companyJobSchema>;

/** A job of the own company with what can be done with it. */
export function CompanyJobItem({ job }: { readonly job: CompanyJob }) {
  const { total, unviewed } = job.applications;
  const openOrClose = useOpenOrClose(job);
  const isOpen = job.status === 'open';
  return (
    <Card
      className="relative flex items-center gap-3 p-4 transition-colors hover:border-line-strong sm:p-5"
      data-testid="company-job"
    >
      <div className="min-w-0 flex-1">
        <p className="leading-snug font-semibold">
          <Link
            to="/company/jobs/$jobId/applicants"
            params={{ jobId: job.id }}
            className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {job.title}
          </Link>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {!isOpen && <Badge tone="warn">Closed</Badge>}
          {job.places.length > 0 && <span>{job.places.join(' · ')}</span>}
          <span>
            posted <RelativeTime value={job.published_at} />
          </span>
        </p>
        <p className="mt-2 flex items-center gap-2 text-sm">
          <Users className="size-4 text-muted" aria-hidden />
          {pluralize(total, 'applicant', 'applicants', locale)}
          {unviewed > 0 && (
            <Badge tone="accent" data-testid="unviewed">
              {unviewed} new
            </Badge>
          )}
        </p>
      </div>
      <div className="relative">
        <Menu
          trigger={
            <Button variant="ghost" size="icon" aria-label={`Actions for ${job.title}`}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem asChild>
            <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
              <Eye aria-hidden />
              See it as others do
            </Link>
          </MenuItem>
          {isOpen && (
            <MenuItem asChild>
              <Link to="/company/jobs/$jobId/edit" params={{ jobId: job.id }}>
                <Pencil aria-hidden />
                Edit
              </Link>
            </MenuItem>
          )}
          <MenuItem onSelect={() => openOrClose.mutate(isOpen ? 'close' : 'reopen')}>
            {isOpen ? <CircleX aria-hidden /> : <RotateCcw aria-hidden />}
            {isOpen ? 'Close' : 'Reopen'}
          </MenuItem>
        </Menu>
      </div>
    </Card>
  );
}

/** Closing can be undone by reopening, which alerts nobody again; so it asks nothing and offers Undo. */
function useOpenOrClose(job: CompanyJob) {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (change: 'close' | 'reopen') => client.jobs[change]({ params: { job_id: job.id } }),
    onSuccess: async (_, change) => {
      toast.success(change === 'close' ? `“${job.title}” is closed` : `“${job.title}” is open again`, {
        action: {
          label: 'Undo',
          onClick: () => mutation.mutate(change === 'close' ? 'reopen' : 'close'),
        },
      });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['company-jobs'] }),
        queries.invalidateQueries({ queryKey: ['jobs'] }),
      ]);
    },
    onError: toastError,
  });
  return mutation;
}
