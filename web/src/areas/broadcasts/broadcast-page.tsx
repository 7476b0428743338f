import type { BroadcastDetail } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CalendarX, CirclePause, CirclePlay, CircleStop } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { accountQueries } from '../../lib/queries/account.ts';
import { Editor } from './editor.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { statusTones, useAudienceWords } from './labels.ts';
import { broadcastMessages } from './messages.ts';
import { OutcomePanel } from './outcome-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { broadcastQueries } from './queries.ts';
import { useStep } from './use-step.ts';

const route = getRouteApi('/operator/broadcasts/$broadcastId');

export function NewBroadcastPage() {
  const words = useMessages(broadcastMessages);
  const { timeZone } = useTimeFormat();
  // Days and times are those of the profile's zone, so nothing is written before that is known.
  const { isPending } = useQuery(accountQueries.profile());
  return (
    <Page title={words.new()} description={words.new_about()}>
      {isPending ? (
        <Skeleton className="h-96 w-full rounded-2xl" />
      ) : (
        <Editor broadcast={null} timeZone={timeZone} />
      )}
    </Page>
  );
}

export function BroadcastPage() {
  const words = useMessages(broadcastMessages);
  const audienceWords = useAudienceWords();
  const { broadcastId } = route.useParams();
  const { timeZone } = useTimeFormat();
  const profile = useQuery(accountQueries.profile());
  const { data: broadcast, error, isError, refetch } = useQuery(broadcastQueries.one(broadcastId));
  if (broadcast === undefined || profile.isPending) {
    return (
      <Page title={words.broadcast()}>
        {isError ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-96 w-full rounded-2xl" />
        )}
      </Page>
    );
  }
  const { content, status, audience } = broadcast;
  return (
    <Page
      title={content.en.title}
      heading={<span className="break-words">{content.en.title}</span>}
      description={
        <span className="flex flex-wrap items-center gap-2 text-sm">
          <Badge tone={statusTones[status]}>{words[`status_${status}`]()}</Badge>
          {audienceWords(audience)}
          {status === 'scheduled' && broadcast.scheduled_at !== null && (
            <span>
              {words.starts()} <DateTime value={broadcast.scheduled_at} />
            </span>
          )}
        </span>
      }
      action={<Steps broadcast={broadcast} />}
    >
      {broadcast.allowed.includes('edit') ? (
        <div className="space-y-5">
          {/* What another operator has saved meanwhile is not put under the hands of who is writing. */}
          <Editor key={broadcast.id} broadcast={broadcast} timeZone={timeZone} />
          <HistoryPanel history={broadcast.history} />
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-5">
            <ProgressPanel broadcast={broadcast} />
            <OutcomePanel id={broadcast.id} isRunning={status === 'running'} />
          </div>
          <div className="space-y-5">
            <PreviewPanel
              written={{
                kind: broadcast.kind,
                content,
                starts_at: broadcast.starts_at,
                ends_at: broadcast.ends_at,
              }}
              language="en"
            />
            <HistoryPanel history={broadcast.history} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** What can be done with it now, beside its title. */
function Steps({ broadcast: { id, allowed } }: { readonly broadcast: BroadcastDetail }) {
  const words = useMessages(broadcastMessages);
  const [stopping, setStopping] = useState(false);
  const step = useStep(id, () => setStopping(false));
  return (
    <div className="flex flex-wrap gap-2">
      {allowed.includes('unschedule') && (
        <Button busy={step.isPending} onClick={() => step.mutate('unschedule')}>
          <CalendarX aria-hidden />
          {words.make_draft()}
        </Button>
      )}
      {allowed.includes('pause') && (
        <Button busy={step.isPending} onClick={() => step.mutate('pause')}>
          <CirclePause aria-hidden />
          {words.pause()}
        </Button>
      )}
      {allowed.includes('resume') && (
        <Button variant="primary" busy={step.isPending} onClick={() => step.mutate('resume')}>
          <CirclePlay aria-hidden />
          {words.resume()}
        </Button>
      )}
      {allowed.includes('stop') && (
        <Button variant="quietDanger" onClick={() => setStopping(true)}>
          <CircleStop aria-hidden />
          {words.stop()}
        </Button>
      )}
      <Confirm
        open={stopping}
        onOpenChange={setStopping}
        title={words.stop_title()}
        description={words.stop_why()}
        action={words.stop()}
        busy={step.isPending}
        onConfirm={() => step.mutate('stop')}
      />
    </div>
  );
}
