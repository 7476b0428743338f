import type { BroadcastDetail } from '@rolecall/contract';
import { Section } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { formatCount, formatDuration } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { broadcastMessages } from './messages.ts';

import { ProgressBar } from './progress-bar.tsx';

/** How far it is, how fast, and how long it still takes. */
export function ProgressPanel({ broadcast }: { readonly broadcast: BroadcastDetail }) {
  const { formatLocale } = useLanguage();
  const words = useMessages(broadcastMessages);
  const { progress, started_at: startedAt, ended_at: endedAt, failure } = broadcast;
  const { audience, processed, written, per_second: perSecond, seconds_left: secondsLeft } = progress;
  const others = processed - written;
  return (
    <Section title={words.progress()}>
      <div className="space-y-4" data-testid="broadcast-progress">
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {formatCount(processed, formatLocale)}
          <span className="text-lg font-normal text-muted">
            {' '}
            {words.of_people({ people: words.people({ count: audience ?? 0 }) })}
          </span>
        </p>
        <ProgressBar progress={progress} label={words.turn_has_come()} />
        <p className="text-sm text-muted tabular-nums">
          {perSecond !== null && words.per_second({ count: Math.round(perSecond) })}
          {secondsLeft !== null && ` · ${words.left({ duration: durationOf(secondsLeft, formatLocale) })}`}
          {perSecond === null && broadcast.status === 'running' && words.just_begun()}
          {startedAt !== null && broadcast.status !== 'running' && (
            <>
              {words.started()} <DateTime value={startedAt} />
              {endedAt !== null && (
                <>
                  {words.ended()} <DateTime value={endedAt} />
                </>
              )}
            </>
          )}
        </p>
        {others > 0 && (
          <p className="text-sm text-muted">{words.others({ people: words.people({ count: others }) })}</p>
        )}
        {failure !== null && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm break-words text-danger-ink">
            {words.could_not_go_on({ why: failure })}
          </p>
        )}
      </div>
    </Section>
  );
}

const durationOf = (seconds: number, formatLocale: string) =>
  formatDuration(new Date(0).toISOString(), new Date(seconds * 1_000).toISOString(), formatLocale);
