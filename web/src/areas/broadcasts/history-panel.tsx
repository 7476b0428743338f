import type { BroadcastDetail } from '@rolecall/contract';
import { Section } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { eventLabels } from './labels.ts';

/** Who did what, the newest first. */
export const HistoryPanel = ({ history }: Pick<BroadcastDetail, 'history'>) => (
  <Section title="History">
    <ol className="space-y-3 text-sm">
      {history.map(({ at, event, actor, detail }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own, and only come in front
        <li key={`${at}-${history.length - index}`}>
          <p>
            <span className="font-medium">{eventLabels[event]}</span>
            {actor !== null && ` by ${actor.name}`}
          </p>
          <p className="break-words text-muted">
            <DateTime value={at} />
            {detail !== null && event === 'scheduled' && (
              <>
                {' '}
                for <DateTime value={detail} />
              </>
            )}
            {detail !== null && event !== 'scheduled' && ` · ${detail}`}
          </p>
        </li>
      ))}
    </ol>
  </Section>
);
