import type { RunCounts, SourceRun } from '@rolecall/contract';
import { formatCount, formatDuration } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { operatorPartsMessages } from './messages.ts';

const tones: Readonly<Record<SourceRun['status'], Tone>> = {
  running: 'info',
  succeeded: 'accent',
  failed: 'danger',
};

const columns: readonly (keyof RunCounts)[] = ['read', 'new', 'changed', 'unchanged', 'closed', 'skipped'];

/** How a run went, in numbers. */
export const RunSummary = ({ run }: { readonly run: SourceRun }) => {
  const { formatLocale } = useLanguage();
  const words = useMessages(operatorPartsMessages);
  return (
    <div className="space-y-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <Badge tone={tones[run.status]}>{words[run.status]()}</Badge>
        <span>
          <RelativeTime value={run.started_at} />, {words[run.trigger]()}
          {run.finished_at !== null && `, ${formatDuration(run.started_at, run.finished_at, formatLocale)}`}
        </span>
      </p>
      <dl className="grid grid-cols-3 gap-x-3 gap-y-2 sm:grid-cols-6">
        {columns.map((key) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="text-xs text-muted">{words[key]()}</dt>
            <dd className="font-semibold tabular-nums">{formatCount(run.counts[key], formatLocale)}</dd>
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
};
