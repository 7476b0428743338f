import type { Source } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, Ellipsis, History, Pause, Play, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { RunSummary } from '../../components/operator/run-summary.tsx';
import { Badge, type Tone } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../components/ui/menu.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { toastError } from '../../lib/errors.ts';
import { pluralize } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { EditSourceDialog } from './edit-source-dialog.tsx';
import { sourceHealthLabels, sourceKindWords } from './labels.ts';
import { RunLogDialog } from './run-log-dialog.tsx';

const healthTones: Readonly<Record<Source['health'], Tone>> = {
  new: 'info',
  healthy: 'accent',
  backing_off: 'warn',
  paused_by_breaker: 'danger',
  set_aside: 'danger',
  disabled: 'neutral',
};

type OpenDialog = 'runs' | 'edit' | 'remove';

export function SourceItem({ source }: { readonly source: Source }) {
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<OpenDialog>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['operator'] });
  const close = () => setDialog(undefined);

  const run = useMutation({
    mutationFn: () => client.operator.runSource({ params: { source_id: source.id } }),
    onSuccess: () =>
      toast.success(`Reading “${source.name}”`, { description: 'The run log shows how it goes.' }),
    onError: toastError,
    onSettled: refresh,
  });
  const toggle = useMutation({
    mutationFn: (enabled: boolean) =>
      client.operator.updateSource({ params: { source_id: source.id }, body: { enabled } }),
    onSuccess: (updated) => {
      toast.success(updated.enabled ? `“${source.name}” runs again` : `“${source.name}” is paused`);
      return refresh();
    },
    onError: toastError,
  });
  const remove = useMutation({
    mutationFn: () => client.operator.removeSource({ params: { source_id: source.id } }),
    onSuccess: () => {
      toast.success(`“${source.name}” is removed`);
      return refresh();
    },
    onError: toastError,
    onSettled: close,
  });

  const isRunning = source.last_run?.status === 'running';
  return (
    <Card className="p-4 sm:p-5" data-testid="source">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold break-words">{source.name}</span>
            <Badge tone={healthTones[source.health]}>{sourceHealthLabels[source.health]}</Badge>
          </p>
          <p className="mt-1 text-sm break-all text-muted">
            {sourceKindWords[source.kind].label} · {source.address}
          </p>
          <p className="mt-1 text-sm text-muted">
            {pluralize(source.open_jobs, 'open job', 'open jobs', locale)}
            {source.schedule === null ? (
              ' · only by hand'
            ) : (
              <>
                {' · '}
                <code>{source.schedule}</code> {source.time_zone}
              </>
            )}
          </p>
          {source.consecutive_failures > 0 && (
            <p className="mt-1 text-sm text-danger-ink">
              {pluralize(source.consecutive_failures, 'failure', 'failures', locale)} in a row
              {source.next_attempt_at !== null && (
                <>
                  {'; next try '}
                  <RelativeTime value={source.next_attempt_at} />
                </>
              )}
            </p>
          )}
          {source.health === 'set_aside' && (
            <p className="mt-1 text-sm text-danger-ink">
              {source.interrupted_runs} runs in a row have ended with the process that worked on them, so it
              is not read by its schedule. A run by hand that comes to an end brings it back.
            </p>
          )}
        </div>
        <Button size="small" busy={run.isPending || isRunning} onClick={() => run.mutate()}>
          {!isRunning && <Zap aria-hidden />}
          {isRunning ? 'Running' : 'Run now'}
        </Button>
        <Menu
          trigger={
            <Button variant="ghost" size="smallIcon" aria-label={`Actions for ${source.name}`}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setDialog('runs')}>
            <History aria-hidden />
            Run log
          </MenuItem>
          <MenuItem onSelect={() => setDialog('edit')}>
            <CalendarClock aria-hidden />
            Edit
          </MenuItem>
          <MenuItem onSelect={() => toggle.mutate(!source.enabled)}>
            {source.enabled ? <Pause aria-hidden /> : <Play aria-hidden />}
            {source.enabled ? 'Pause' : 'Resume'}
          </MenuItem>
          <MenuSeparator />
          <MenuItem className="text-danger-ink" onSelect={() => setDialog('remove')}>
            <Trash2 aria-hidden />
            Remove
          </MenuItem>
        </Menu>
      </div>
      {source.last_run !== null && (
        <div className="mt-4 border-t border-line pt-4">
          <RunSummary run={source.last_run} />
        </div>
      )}
      {dialog === 'runs' && <RunLogDialog source={source} onClose={close} />}
      {dialog === 'edit' && <EditSourceDialog source={source} onClose={close} />}
      <Confirm
        open={dialog === 'remove'}
        onOpenChange={(open) => !open && close()}
        title={`Remove “${source.name}”?`}
        description={`Its ${pluralize(source.open_jobs, 'open job', 'open jobs', locale)} will be closed. This cannot be undone.`}
        action="Remove source"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </Card>
  );
}
