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
import { useMessages } from '../../lib/language.tsx';
import { EditSourceDialog } from './edit-source-dialog.tsx';
import { sourcePageMessages } from './pages.messages.ts';
import { RunLogDialog } from './run-log-dialog.tsx';
import { sourceHealthMessages, sourceKindMessages } from './source-names.messages.ts';

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
  const { name } = source;
  const words = useMessages(sourcePageMessages);
  const kinds = useMessages(sourceKindMessages);
  const healths = useMessages(sourceHealthMessages);
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<OpenDialog>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['operator'] });
  const close = () => setDialog(undefined);

  const run = useMutation({
    mutationFn: () => client.operator.runSource({ params: { source_id: source.id } }),
    onSuccess: () => toast.success(words.reading({ name }), { description: words.reading_hint() }),
    onError: toastError,
    onSettled: refresh,
  });
  const toggle = useMutation({
    mutationFn: (enabled: boolean) =>
      client.operator.updateSource({ params: { source_id: source.id }, body: { enabled } }),
    onSuccess: (updated) => {
      toast.success(updated.enabled ? words.runs_again({ name }) : words.is_paused({ name }));
      return refresh();
    },
    onError: toastError,
  });
  const remove = useMutation({
    mutationFn: () => client.operator.removeSource({ params: { source_id: source.id } }),
    onSuccess: () => {
      toast.success(words.is_removed({ name }));
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
            <span className="font-semibold break-words">{name}</span>
            <Badge tone={healthTones[source.health]}>{healths[source.health]()}</Badge>
          </p>
          <p className="mt-1 text-sm wrap-anywhere text-muted">
            {kinds[source.kind]()} · {source.address}
          </p>
          <p className="mt-1 text-sm text-muted">
            {words.open_jobs({ count: source.open_jobs })}
            {source.schedule === null ? (
              ` · ${words.by_hand()}`
            ) : (
              <>
                {' · '}
                <code>{source.schedule}</code> {source.time_zone}
              </>
            )}
          </p>
          {source.consecutive_failures > 0 && (
            <p className="mt-1 text-sm text-danger-ink">
              {words.failures({ count: source.consecutive_failures })}
              {source.next_attempt_at !== null && (
                <>
                  {`; ${words.next_try()} `}
                  <RelativeTime value={source.next_attempt_at} />
                </>
              )}
            </p>
          )}
          {source.health === 'set_aside' && (
            <p className="mt-1 text-sm text-danger-ink">
              {words.set_aside({ count: source.interrupted_runs })}
            </p>
          )}
        </div>
        <Button size="small" busy={run.isPending || isRunning} onClick={() => run.mutate()}>
          {!isRunning && <Zap aria-hidden />}
          {isRunning ? words.running() : words.run_now()}
        </Button>
        <Menu
          trigger={
            <Button variant="ghost" size="smallIcon" aria-label={words.actions({ name })}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setDialog('runs')}>
            <History aria-hidden />
            {words.run_log()}
          </MenuItem>
          <MenuItem onSelect={() => setDialog('edit')}>
            <CalendarClock aria-hidden />
            {words.edit()}
          </MenuItem>
          <MenuItem onSelect={() => toggle.mutate(!source.enabled)}>
            {source.enabled ? <Pause aria-hidden /> : <Play aria-hidden />}
            {source.enabled ? words.pause() : words.resume()}
          </MenuItem>
          <MenuSeparator />
          <MenuItem className="text-danger-ink" onSelect={() => setDialog('remove')}>
            <Trash2 aria-hidden />
            {words.remove()}
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
        title={words.remove_title({ name })}
        description={words.remove_about({ count: source.open_jobs })}
        action={words.remove_source()}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </Card>
  );
}
