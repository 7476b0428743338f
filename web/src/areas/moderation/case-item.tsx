import type { ModerationCase } from '@rolecall/contract';
import { flagMessages } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/ui/badge.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { moderationMessages } from './messages.ts';

/** A posting of the list: whose it is, and why it stands there. */
export function CaseItem({ found }: { readonly found: ModerationCase }) {
  const words = useMessages(moderationMessages);
  const reasons = useMessages(flagMessages);
  const { job, flags, open_reports, last_at, changed_at } = found;
  return (
    <Card className="space-y-2 p-4 sm:p-5" data-testid="moderation-case">
      <h2 className="font-semibold break-words">
        <Link
          to="/operator/moderation/$jobId"
          params={{ jobId: job.id }}
          className="rounded-md underline-offset-2 hover:underline"
        >
          {job.title}
        </Link>
      </h2>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <span className="font-medium break-words text-ink">{job.company.name}</span>
        <Badge tone={job.company.trust === 'unverified' ? 'warn' : 'neutral'}>
          {words[job.company.trust]()}
        </Badge>
        {job.company.domain !== null && <Badge>{job.company.domain}</Badge>}
        {job.status === 'closed' && <Badge>{words.closed()}</Badge>}
        {open_reports > 0 && <Badge tone="danger">{words.reports({ count: open_reports })}</Badge>}
        {flags.length > 0 && <Badge tone="warn">{words.flagged()}</Badge>}
        {changed_at !== null && <Badge tone="warn">{words.changed()}</Badge>}
        <RelativeTime value={last_at} />
      </p>
      {flags.length > 0 && (
        <ul className="space-y-0.5 text-sm">
          {flags.map(({ code }) => (
            <li key={code}>{reasons[code]()}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
