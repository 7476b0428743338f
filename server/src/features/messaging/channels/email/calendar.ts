import { isSafePlace, kinds } from '@rolecall/contract';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { MailAttachment } from '../../../mail/message/index.ts';
import { type Texts, toLine } from '../../texts/index.ts';
import type { OutgoingDelivery } from '../channel.ts';

/** What the mail of an interview gives to calendars. */
export interface InterviewCalendar {
  /** Addresses that add the interview; null: it is cancelled. */
  readonly links: { readonly google_url: string; readonly outlook_url: string } | null;
  readonly attachment: MailAttachment;
}

export interface CalendarOptions {
  readonly publicUrl: string;
  /** Address that the entry is from. */
  readonly organizer: string;
  readonly texts: Pick<Texts, 'language'>;
}

/** Lengths in characters; addresses that are longer do not work everywhere. */
const longest = { title: 150, place: 300, name: 100 } as const;

/**
 * An entry for calendars (RFC 5545, sent as RFC 5546 has it). Its UID stays the same for an interview and its SEQUENCE
 * counts the changes, so that one that is moved or cancelled updates the entry that is there. Times are in UTC, which
 * every calendar tells in the zone of its owner, whatever daylight saving does in between.
 *
 * @returns null when the mail is about no interview
 */
export function calendarOf(
  {
    kind,
    payload,
    recipient,
    createdAt,
  }: Pick<OutgoingDelivery, 'kind' | 'payload' | 'recipient' | 'createdAt'>,
  { publicUrl, organizer, texts }: CalendarOptions,
): InterviewCalendar | null {
  const interview = interviewOf(kind, payload);
  if (interview === null) return null;
  const isCancelled = 'event' in interview && interview.event === 'cancelled';
  const { frame } = texts.language(recipient.locale);
  const company = toLine(interview.company_name, longest.name);
  const title = toLine(`${frame.interview}: ${interview.job_title} · ${company}`, longest.title);
  const place = isSafePlace(interview.place) ? toLine(interview.place, longest.place) : '';
  const url = `${publicUrl}/applications/${interview.application_id}`;
  const [start, end] = [new Date(interview.starts_at), new Date(interview.ends_at)];

  const calendar = ical({
    prodId: '//Rolecall//Rolecall//EN',
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `interview-${interview.interview_id}@${new URL(publicUrl).hostname}`,
    sequence: interview.revision ?? 0,
    stamp: createdAt,
    start,
    end,
    summary: title,
    location: place === '' ? null : place,
    description: url,
    url,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: company, email: organizer },
    attendees: [
      {
        name: toLine(recipient.name, longest.name),
        email: recipient.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        // Answers would go to an address that reads none; the application is the place for them.
        rsvp: false,
      },
    ],
  });
  const method = isCancelled ? 'CANCEL' : 'REQUEST';
  return {
    links: isCancelled
      ? null
      : {
          google_url: google(title, start, end, place, url),
          outlook_url: outlook(title, start, end, place, url),
        },
    attachment: {
      filename: 'interview.ics',
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content: calendar.toString(),
    },
  };
}

function interviewOf(kind: OutgoingDelivery['kind'], payload: OutgoingDelivery['payload']) {
  if (kind === 'interview_invitation') return kinds[kind].payload.parse(payload);
  if (kind === 'interview_reminder') return kinds[kind].payload.parse(payload);
  return null;
}

const google = (title: string, start: Date, end: Date, place: string, details: string) =>
  `https://calendar.google.com/calendar/render?${new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(start)}/${compact(end)}`,
    location: place,
    details,
  })}`;

const outlook = (title: string, start: Date, end: Date, place: string, body: string) =>
  `https://outlook.live.com/calendar/0/action/compose?${new URLSearchParams({
    rru: 'addevent',
    subject: title,
    startdt: start.toISOString(),
    enddt: end.toISOString(),
    location: place,
    body,
  })}`;

/** An instant as RFC 5545 writes it: 20260914T120000Z. */
const compact = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
