import type { BroadcastDetail } from '@rolecall/contract';
import { Section } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { formatCount, formatDuration } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { people } from './labels.ts';
import { ProgressBar } from './progress-bar.tsx';

/** How far it is, how fast, and how long it still takes. */
export function ProgressPanel({ broadcast }: { readonly broadcast: BroadcastDetail }) {
  const { progress, started_at: startedAt, ended_at: endedAt, failure } = broadcast;
  const { audience, processed, written, per_second: perSecond, seconds_left: secondsLeft } = progress;
  const others = processed - written;
  return (
    <Section title="Progress">
      <div className="space-y-4" data-testid="broadcast-progress">
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {formatCount(processed, locale)}
          <span className="text-lg font-normal text-muted"> of {people(audience ?? 0)}</span>
        </p>
        <ProgressBar progress={progress} label="People whose turn has come" />
        <p className="text-sm text-muted tabular-nums">
          {perSecond !== null && `${formatCount(Math.round(perSecond), locale)} a second`}
          {secondsLeft !== null && ` · ${durationOf(secondsLeft)} left`}
          {perSecond === null && broadcast.status === 'running' && 'It has just begun.'}
          {startedAt !== null && broadcast.status !== 'running' && (
            <>
              Started <DateTime value={startedAt} />
              {endedAt !== null && (
                <>
                  , ended <DateTime value={endedAt} />
                </>
              )}
            </>
          )}
        </p>
        {others > 0 && (
          <p className="text-sm text-muted">
            {people(others)} of them had been told before, or were gone when their turn came.
          </p>
        )}
        {failure !== null && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm break-words text-danger-ink">
            It could not go on: {failure}
          </p>
        )}
      </div>
    </Section>
  );
}

const durationOf = (seconds: number) =>
  formatDuration(new Date(0).toISOString(), new Date(seconds * 1_000).toISOString(), locale);
