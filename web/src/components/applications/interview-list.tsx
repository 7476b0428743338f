import type { Interview } from '@rolecall/contract';
import { CalendarClock, MapPin, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatInterviewTime } from '../../lib/format.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { applicationPartsMessages } from './messages.ts';

interface InterviewListProps {
  readonly interviews: readonly Interview[];
  /** What the reader can do about one of them. */
  readonly actions?: (interview: Interview) => ReactNode;
}

/** Interviews in the order of their time, in the reader's zone and, where that differs, in the one agreed on. */
export const InterviewList = ({ interviews, actions }: InterviewListProps) => (
  <ul className="space-y-3">
    {interviews.map((interview) => (
      <InterviewItem key={interview.id} interview={interview}>
        {actions?.(interview)}
      </InterviewItem>
    ))}
  </ul>
);

function InterviewItem({
  interview,
  children,
}: {
  readonly interview: Interview;
  readonly children: ReactNode;
}) {
  const words = useMessages(applicationPartsMessages);
  const format = useTimeFormat();
  const { starts_at: from, ends_at: until, time_zone: agreedZone, place, note, status } = interview;
  const cancelled = status === 'cancelled';
  const own = formatInterviewTime(from, until, format);
  const agreed = formatInterviewTime(from, until, { ...format, timeZone: agreedZone });
  return (
    <li className="rounded-xl border border-line p-4 text-sm" data-testid="interview" data-status={status}>
      <div className="flex items-start gap-3">
        <CalendarClock className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
        <div className="min-w-0 flex-1 space-y-1">
          <p className={cn('font-medium', cancelled && 'text-muted line-through')}>
            <time dateTime={from}>{own}</time>
          </p>
          {agreed !== own && (
            <p className="text-muted">
              {agreed} ({agreedZone.replaceAll('_', ' ')})
            </p>
          )}
          {place !== '' && <Place place={place} />}
          {note !== '' && <p className="break-words whitespace-pre-line text-muted">{note}</p>}
        </div>
        {status === 'moved' && <Badge tone="info">{words.moved()}</Badge>}
        {cancelled && <Badge tone="warn">{words.cancelled()}</Badge>}
      </div>
      {children}
    </li>
  );
}

function Place({ place }: { readonly place: string }) {
  const words = useMessages(applicationPartsMessages);
  const isLink = /^https?:\/\/\S+$/i.test(place);
  const Sign = isLink ? Video : MapPin;
  return (
    <p className="flex items-start gap-1.5 wrap-anywhere">
      <Sign className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      <span className="sr-only">{isLink ? words.link() : words.place()} </span>
      {isLink ? (
        <a
          href={place}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent-ink underline underline-offset-2"
        >
          {place}
        </a>
      ) : (
        place
      )}
    </p>
  );
}
