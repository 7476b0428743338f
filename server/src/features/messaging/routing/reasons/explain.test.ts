import { type Locale, locales } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { testReasons as reasons } from '../../../../testing/messaging/email-channel.ts';
import { engineReasons } from './reasons.ts';

const evening = new Date('2026-03-02T21:14:00Z');
const morning = new Date('2026-03-03T06:00:00Z');
const inBerlin = (locale: Locale, dueAt = morning) => ({
  locale,
  timeZone: 'Europe/Berlin',
  dueAt,
  at: evening,
});

describe('a decision is explained', () => {
  test('with the moment that it names, in the time of the person', () => {
    expect(reasons.explain('quiet_hours', 'email', inBerlin('en'))).toBe(
      'Held until 07:00: your quiet hours.',
    );
    expect(reasons.explain('quiet_hours', 'email', { ...inBerlin('en'), timeZone: 'Asia/Kathmandu' })).toBe(
      'Held until 11:45: your quiet hours.',
    );
  });

  test.each([
    ['en', 'Held until 07:00: your quiet hours.'],
    ['de', 'Zurückgehalten bis 07:00: deine Ruhezeit.'],
    ['fr', 'Retenue jusqu’à 07:00\u00a0: vos heures calmes.'],
    ['es', 'Retenida hasta 07:00: tus horas de silencio.'],
  ] as const)('in the language of its reader: %s', (locale, sentence) => {
    expect(reasons.explain('quiet_hours', 'email', inBerlin(locale))).toBe(sentence);
  });

  test('with the day, when it is further away', () => {
    const nextWeek = new Date('2026-03-09T08:00:00Z');
    expect(reasons.explain('digest_weekly', 'email', inBerlin('en', nextWeek))).toBe(
      'Collected for your weekly digest of Mon 9 Mar, 09:00.',
    );
  });

  test('at midnight too', () => {
    const midnight = new Date('2026-03-02T23:00:00Z');
    expect(reasons.explain('snoozed', 'email', inBerlin('en', midnight))).toBe(
      'Held until 00:00: you have paused everything.',
    );
  });

  test('by its code when this version does not know it', () => {
    expect(reasons.explain('of_the_future', 'email', inBerlin('en'))).toBe('of_the_future');
  });
});

test('every sentence of every language ends', () => {
  for (const locale of locales) {
    for (const code of engineReasons.keys)
      expect(reasons.explain(code, 'inbox', inBerlin(locale))).toMatch(/\.$/);
  }
});

test('a channel says what it knows better, and everything else as the engine does', () => {
  expect(reasons.explain('sent', 'email', inBerlin('en'))).toBe('It was handed to the mail server.');
  expect(reasons.explain('sent', 'inbox', inBerlin('en'))).toBe('It was handed over.');
  expect(reasons.explain('muted', 'email', inBerlin('en'))).toBe(
    reasons.explain('muted', 'inbox', inBerlin('en')),
  );
  expect(reasons.explain('__proto__', 'email', inBerlin('en'))).toBe('__proto__');
});

test('a decision leads to the page where the person can change it', () => {
  expect(reasons.pageOf('quiet_hours', 'email')).toBe('/settings/notifications');
  expect(reasons.pageOf('address_bounced', 'email')).toBe('/settings/account');
  expect(reasons.pageOf('job_closed', 'email')).toBeNull();
  expect(reasons.pageOf('constructor', 'email')).toBeNull();
});
