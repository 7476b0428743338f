import type { BroadcastDetail } from '@rolecall/contract';
import { Section } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { broadcastMessages } from './messages.ts';

/** Who did what, the newest first. */
export const HistoryPanel = ({ history }: Pick<BroadcastDetail, 'history'>) => {
  const words = useMessages(broadcastMessages);
  return (
    <Section title={words.history()}>
      <ol className="space-y-3 text-sm">
        {history.map(({ at, event, actor, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own, and only come in front
          <li key={`${at}-${history.length - index}`}>
            <p className="font-medium">
              {actor === null
                ? words[`event_${event}`]()
                : words.event_by({ event: words[`event_${event}`](), name: actor.name })}
            </p>
            <p className="break-words text-muted">
              <DateTime value={at} />
              {detail !== null && event === 'scheduled' && (
                <>
                  {' '}
                  {words.for_time()} <DateTime value={detail} />
                </>
              )}
              {detail !== null && event !== 'scheduled' && ` · ${detail}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
