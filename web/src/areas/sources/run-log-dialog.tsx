import type { Source, SourceRun } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { RunSummary } from '../../components/operator/run-summary.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { sourcePageMessages } from './pages.messages.ts';
import { sourceQueries } from './queries.ts';
import { skipReasonMessages } from './skip-reasons.messages.ts';

interface RunLogDialogProps {
  readonly source: Source;
  readonly onClose: () => void;
}

export function RunLogDialog({ source, onClose }: RunLogDialogProps) {
  const words = useMessages(sourcePageMessages);
  const query = useInfiniteQuery({ ...sourceQueries.runs(source.id), refetchInterval: 5_000 });
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={words.runs_of({ name: source.name })}
    >
      <PagedList
        query={query}
        more={words.more_runs()}
        empty={
          <EmptyState icon={History} title={words.not_run()} className="py-4">
            {words.not_run_why()}
          </EmptyState>
        }
      >
        {(runs) => (
          <ol className="space-y-5 divide-y divide-line">
            {runs.map((run) => (
              <li key={run.id} className="pb-5 last:pb-0">
                <RunSummary run={run} />
                <Skipped run={run} />
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </Dialog>
  );
}

/** Rows that were left out, with what was wrong; the server keeps the first hundred. */
function Skipped({ run }: { readonly run: SourceRun }) {
  const words = useMessages(sourcePageMessages);
  const reasons = useMessages(skipReasonMessages);
  if (run.skipped.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="rounded-sm font-medium text-accent-ink">
        {words.left_out({ count: run.counts.skipped })}
      </summary>
      <ul className="mt-2 space-y-1.5">
        {run.skipped.map(({ row, reason, detail }) => (
          <li key={row} className="rounded-lg bg-sunken px-3 py-2 break-words">
            <span className="text-muted tabular-nums">{words.row({ row })}:</span>{' '}
            <span className="font-medium">{reasons[reason]()}</span>
            {detail !== '' && <span className="text-muted"> – {detail}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
