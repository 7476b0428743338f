import { expect, test } from 'vitest';
import { type CalendarEntry, calendarLinks, toCalendarFile } from './calendar.ts';

const entry: CalendarEntry = {
  uid: 'interview-7@rolecall.example',
  title: 'Interview: Pilot; Harbour, North · Quay',
  startsAt: '2026-12-07T08:00:00.000Z',
  endsAt: '2026-12-07T09:00:00.000Z',
  place: 'Lamp Street 1\nBerlin',
  url: 'https://rolecall.example/applications/1',
  changedAt: '2026-12-01T10:11:12.345Z',
};

test('a file has the entry in UTC, with what would end a value escaped', () => {
  expect(toCalendarFile(entry).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rolecall//Rolecall//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:interview-7@rolecall.example',
    'DTSTAMP:20261201T101112Z',
    'DTSTART:20261207T080000Z',
    'DTEND:20261207T090000Z',
    'SUMMARY:Interview: Pilot\\; Harbour\\, North · Quay',
    'LOCATION:Lamp Street 1\\nBerlin',
    'DESCRIPTION:https://rolecall.example/applications/1',
    'URL:https://rolecall.example/applications/1',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('long lines are folded between characters, and nothing is lost', () => {
  const title = 'Gespräch über Wellen 🌊 '.repeat(12);
  const file = toCalendarFile({ ...entry, title });
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});

test('links carry the same to calendars on the web', () => {
  const { google, outlook } = calendarLinks(entry);
  expect(new URL(google).searchParams.get('dates')).toBe('20261207T080000Z/20261207T090000Z');
  expect(new URL(outlook).searchParams.get('subject')).toBe(entry.title);
});
