import { expect, test } from 'vitest';
import { allowedTransitions } from '../applications/status.ts';
import { interviewInputSchema } from './schemas.ts';

const interview = {
  starts_at: '2030-01-01T10:00:00.000Z',
  ends_at: '2030-01-01T11:00:00.000Z',
  time_zone: 'Europe/Berlin',
};
const isTaken = (changes: object) => interviewInputSchema.safeParse({ ...interview, ...changes }).success;

test('an interview ends after it begins, within a day', () => {
  expect(interviewInputSchema.parse(interview)).toEqual({ ...interview, place: '', note: '' });
  expect(isTaken({ ends_at: interview.starts_at })).toBe(false);
  expect(isTaken({ ends_at: '2030-01-02T10:00:00.000Z' })).toBe(true);
  expect(isTaken({ ends_at: '2030-01-02T10:00:00.001Z' })).toBe(false);
  expect(isTaken({ time_zone: 'Europe/Nowhere' })).toBe(false);
});

test('a place is words or a link that is safe to open', () => {
  for (const place of [
    'Room 5: left',
    'Data: the large hall',
    'https://meet.example/1',
    'tel:+49301234',
    'MAILTO:ada@example.org',
    '',
  ])
    expect(isTaken({ place })).toBe(true);
  for (const place of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    'vbscript:x',
    'javascript: alert(1)',
    'java script :alert(1)',
    'data: text/html, x',
    'file:///etc/passwd',
  ])
    expect(isTaken({ place })).toBe(false);
});

test('an application never goes back, and its applicant can withdraw until it has ended', () => {
  expect(allowedTransitions('shortlisted', 'recruiter')).toEqual(['interview', 'offer', 'rejected']);
  expect(allowedTransitions('offer', 'applicant')).toEqual(['withdrawn']);
  for (const ended of ['hired', 'rejected', 'withdrawn'] as const) {
    expect(allowedTransitions(ended, 'applicant')).toEqual([]);
    expect(allowedTransitions(ended, 'recruiter')).toEqual([]);
  }
});
