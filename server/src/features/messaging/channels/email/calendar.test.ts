import type { Kind } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { createShippedTexts, sampleOf } from '../../../../testing/messaging/texts.ts';
import { calendarOf } from './calendar.ts';

const texts = createShippedTexts();
const recipient = {
  user_id: '01990000-0000-7000-8000-000000000001',
  email: 'ada@example.org',
  email_verified: true,
  name: 'Ada Lovelace',
  role: 'job_seeker',
  time_zone: 'Europe/Berlin',
  locale: 'de',
  minimum_match_score: 50,
  is_disabled: false,
} as const;
const options = { publicUrl: 'https://rolecall.example', organizer: 'mail@rolecall.example', texts };

function calendarFor(kind: Kind, change: Readonly<Record<string, unknown>> = {}) {
  const payload = { ...sampleOf(kind), ...change };
  const createdAt = new Date('2026-09-01T12:00:00Z');
  return calendarOf({ kind, payload, recipient, createdAt }, options);
}

/** The properties of the entry, with folded lines put together (RFC 5545, 3.1). */
function propertiesOf(content: string): Map<string, string> {
  const lines = content.replaceAll('\r\n ', '').split('\r\n');
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
}

const entry = (change: Readonly<Record<string, unknown>>, kind: Kind = 'interview_invitation') => {
  const calendar = calendarFor(kind, change);
  if (calendar === null) throw new Error('there is no entry');
  return { ...calendar, properties: propertiesOf(calendar.attachment.content) };
};

test('an interview that is moved or cancelled updates the entry that is there', () => {
  const invited = entry({ event: 'invited', revision: 1 });
  const moved = entry({ event: 'moved', revision: 2, starts_at: '2026-09-15T12:00:00.000Z' });
  const cancelled = entry({ event: 'cancelled', revision: 3 });
  const all = [invited, moved, cancelled];
  expect(new Set(all.map(({ properties }) => properties.get('UID'))).size).toBe(1);
  expect(all.map(({ properties }) => properties.get('SEQUENCE'))).toEqual(['1', '2', '3']);
  expect(all.map(({ properties }) => properties.get('METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(cancelled.properties.get('STATUS')).toBe('CANCELLED');
  expect(all.map(({ attachment }) => attachment.contentType)).toEqual([
    'text/calendar; charset=utf-8; method=REQUEST',
    'text/calendar; charset=utf-8; method=REQUEST',
    'text/calendar; charset=utf-8; method=CANCEL',
  ]);
  expect(all.map(({ links }) => links !== null)).toEqual([true, true, false]);
});

test('a reminder is the same entry, and other kinds have none', () => {
  const reminder = entry({ revision: 1 }, 'interview_reminder');
  expect(reminder.properties.get('UID')).toBe(entry({ revision: 1 }).properties.get('UID'));
  expect(reminder.properties.get('SEQUENCE')).toBe('1');
  expect(calendarFor('offer')).toBeNull();
});

test.each([
  ['before the clocks change', '2026-10-24T08:00:00.000Z', '20261024T080000Z'],
  ['after it', '2026-10-25T09:00:00.000Z', '20261025T090000Z'],
  ['in the hour that there is twice', '2026-10-25T00:30:00.000Z', '20261025T003000Z'],
])('its time is an instant %s', (_name, starts_at, written) => {
  const { properties, links } = entry({ starts_at, ends_at: starts_at.replace(':00.000Z', ':59.000Z') });
  expect(properties.get('DTSTART')).toBe(written);
  expect(new URL(links?.google_url ?? '').searchParams.get('dates')).toMatch(new RegExp(`^${written}/`));
  expect(new URL(links?.outlook_url ?? '').searchParams.get('startdt')).toBe(starts_at);
});

test('what people have written adds nothing, and no line is longer than 75 octets', () => {
  const { attachment, properties } = entry({
    job_title: 'Pilot\r\nATTENDEE:mailto:eve@example.org; of, the \\ harbour 🚢'.repeat(3),
    place: 'Pier 7\nEND:VCALENDAR',
    company_name: 'Quay"; CN=Eve',
  });
  const lines = attachment.content.split('\r\n');
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('END:VCALENDAR'))).toHaveLength(1);
  expect(attachment.content).not.toMatch(/(?<!\r)\n/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(properties.get('LOCATION')).toBe('Pier 7 END:VCALENDAR');
});

test.each([
  'javascript:alert(1)',
  'javascript:\nalert(1)',
  'java\tscript:alert(1)',
  ' VBScript:x',
  'data:text/html,x',
])('a place that programs would run is left out: %j', (place) => {
  const { properties, links } = entry({ place });
  expect(properties.has('LOCATION')).toBe(false);
  expect(new URL(links?.google_url ?? '').searchParams.get('location')).toBe('');
});
