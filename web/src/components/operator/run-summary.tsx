import type { RunCounts, SourceRun } from '@rolecall/contract';
import { formatCount, formatDuration } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/time.tsx';

const statuses: Readonly<Record<SourceRun['status'], { label: string; tone: Tone }>> = {
  running: { label: 'Running', tone: 'info' },
  succeeded: { label: 'Succeeded', tone: 'accent' },
  failed: { label: 'Failed', tone: 'danger' },
};

const triggers: Readonly<Record<SourceRun['trigger'], string>> = {
  schedule: 'by schedule',
  manual: 'by hand',
  command_line: 'from the command line',
};

const columns: readonly { readonly key: keyof RunCounts; readonly label: string }[] = [
  { key: 'read', label: 'read' },
  { key: 'new', label: 'new' },
  { key: 'changed', label: 'changed' },
  { key: 'unchanged', label: 'unchanged' },
  { key: 'closed', label: 'closed' },
  { key: 'skipped', label: 'skipped' },
];

/** How a run went, in numbers. */
export const RunSummary = ({ run }: { readonly run: SourceRun }) => (
  <div className="space-y-3 text-sm">
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
      <Badge tone={statuses[run.status].tone}>{statuses[run.status].label}</Badge>
      <span>
        <RelativeTime value={run.started_at} />, {triggers[run.trigger]}
        {run.finished_at !== null && `, ${formatDuration(run.started_at, run.finished_at, locale)}`}
      </span>
    </p>
    <dl className="grid grid-cols-3 gap-x-3 gap-y-2 sm:grid-cols-6">
      {columns.map(({ key, label }) => (
        <div key={key} className="flex flex-col-reverse">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="font-semibold tabular-nums">{formatCount(run.counts[key], locale)}</dd>
        </div>
      ))}
    </dl>
    {run.warning !== null && (
      <p className="rounded-lg bg-warn-soft px-3 py-2 break-words text-warn-ink">{run.warning}</p>
    )}
    {run.error !== null && (
      <p className="rounded-lg bg-danger-soft px-3 py-2 break-words text-danger-ink">{run.error}</p>
    )}
  </div>
);
