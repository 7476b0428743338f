import { type Locale, locales } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { explain, reasons } from './index.ts';
import { german } from './reasons.de.ts';
import { spanish } from './reasons.es.ts';
import { french } from './reasons.fr.ts';

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
    expect(explain('quiet_hours', inBerlin('en'))).toBe('Held until 07:00: your quiet hours.');
    expect(explain('quiet_hours', { ...inBerlin('en'), timeZone: 'Asia/Kathmandu' })).toBe(
      'Held until 11:45: your quiet hours.',
    );
  });

  test.each([
    ['en', 'Held until 07:00: your quiet hours.'],
    ['de', 'Zurückgehalten bis 07:00: deine Ruhezeit.'],
    ['fr', 'Retenue jusqu’à 07:00 : vos heures calmes.'],
    ['es', 'Retenida hasta 07:00: tus horas de silencio.'],
  ] as const)('in the language of its reader: %s', (locale, sentence) => {
    expect(explain('quiet_hours', inBerlin(locale))).toBe(sentence);
  });

  test('with the day, when it is further away', () => {
    const nextWeek = new Date('2026-03-09T08:00:00Z');
    expect(explain('digest_weekly', inBerlin('en', nextWeek))).toBe(
      'Collected for your weekly digest of Mon 9 Mar, 09:00.',
    );
  });

  test('at midnight too', () => {
    const midnight = new Date('2026-03-02T23:00:00Z');
    expect(explain('snoozed', inBerlin('en', midnight))).toBe(
      'Held until 00:00: you have paused everything.',
    );
  });

  test('by its code when this version does not know it', () => {
    expect(explain('of_the_future', inBerlin('en'))).toBe('of_the_future');
  });
});

test.each([
  ['de', german],
  ['fr', french],
  ['es', spanish],
])('%s names the moment wherever English does', (_locale, sentences) => {
  const withMoment = (texts: Record<string, string>) =>
    Object.keys(texts).filter((code) => texts[code]?.includes('{moment}'));
  expect(withMoment(sentences)).toEqual(withMoment(reasons));
});

test('every sentence of every language ends', () => {
  for (const locale of locales) {
    for (const code of Object.keys(reasons)) expect(explain(code, inBerlin(locale))).toMatch(/\.$/);
  }
});
