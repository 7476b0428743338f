import type { ApplicationDetail } from '@rolecall/contract';
import { cn } from '../../lib/cn.ts';
import { statusMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { DateTime } from '../ui/time.tsx';

interface TimelineProps {
  readonly history: ApplicationDetail['history'];
  /** Names for the two sides, as the reader sees them. */
  readonly actors: Readonly<Record<'applicant' | 'recruiter', string>>;
}

/** What has happened, the newest last. */
export function Timeline({ history, actors }: TimelineProps) {
  const statuses = useMessages(statusMessages);
  return (
    <ol className="space-y-0">
      {history.map((event, index) => {
        const isLast = index === history.length - 1;
        return (
          <li key={`${event.to_status}-${event.created_at}`} className="relative flex gap-4 pb-6 last:pb-0">
            {!isLast && (
              <span aria-hidden className="absolute top-4 bottom-0 start-[0.4375rem] w-px bg-line-strong" />
            )}
            <span
              aria-hidden
              className={cn(
                'relative mt-1 size-3.75 shrink-0 rounded-full border-2',
                isLast ? 'border-accent bg-accent' : 'border-line-strong bg-surface',
              )}
            />
            <div className="min-w-0 text-sm">
              <p className="font-medium">{statuses[event.to_status]()}</p>
              <p className="text-muted">
                {actors[event.by]} · <DateTime value={event.created_at} />
              </p>
              {event.note !== '' && index > 0 && (
                <p className="mt-2 rounded-lg bg-sunken px-3 py-2 break-words whitespace-pre-line">
                  {event.note}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
