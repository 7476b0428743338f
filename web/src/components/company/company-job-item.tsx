import type { companyJobSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleX, Ellipsis, Eye, Pencil, RotateCcw, Users } from 'lucide-react';
import { toast } from 'sonner';
import type { z } from 'zod';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { companyJobMessages } from './messages.ts';

type CompanyJob = z.infer<typeof companyJobSchema>;

/** A job of the own company with what can be done with it. */
export function CompanyJobItem({ job }: { readonly job: CompanyJob }) {
  const words = useMessages(companyJobMessages);
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
          {!isOpen && <Badge tone="warn">{words.closed()}</Badge>}
          {job.places.length > 0 && <span>{job.places.join(' · ')}</span>}
          <span>
            {words.posted()} <RelativeTime value={job.published_at} />
          </span>
        </p>
        <p className="mt-2 flex items-center gap-2 text-sm">
          <Users className="size-4 text-muted" aria-hidden />
          {words.applicants({ count: total })}
          {unviewed > 0 && (
            <Badge tone="accent" data-testid="unviewed">
              {words.new({ count: unviewed })}
            </Badge>
          )}
        </p>
      </div>
      <div className="relative">
        <Menu
          trigger={
            <Button variant="ghost" size="icon" aria-label={words.actions_for({ title: job.title })}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem asChild>
            <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
              <Eye aria-hidden />
              {words.see()}
            </Link>
          </MenuItem>
          {isOpen && (
            <MenuItem asChild>
              <Link to="/company/jobs/$jobId/edit" params={{ jobId: job.id }}>
                <Pencil aria-hidden />
                {words.edit()}
              </Link>
            </MenuItem>
          )}
          <MenuItem onSelect={() => openOrClose.mutate(isOpen ? 'close' : 'reopen')}>
            {isOpen ? <CircleX aria-hidden /> : <RotateCcw aria-hidden />}
            {isOpen ? words.close() : words.reopen()}
          </MenuItem>
        </Menu>
      </div>
    </Card>
  );
}

/** Closing can be undone by reopening, which alerts nobody again; so it asks nothing and offers Undo. */
function useOpenOrClose(job: CompanyJob) {
  const words = useMessages(companyJobMessages);
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (change: 'close' | 'reopen') => client.jobs[change]({ params: { job_id: job.id } }),
    onSuccess: async (_, change) => {
      const { title } = job;
      toast.success(change === 'close' ? words.is_closed({ title }) : words.is_open_again({ title }), {
        action: {
          label: words.undo(),
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
