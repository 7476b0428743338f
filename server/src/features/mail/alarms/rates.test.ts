import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certainRate, judge, shouldPause, type WindowCounts } from './rates.ts';

const limits = {
  bounces: { warning: 0.02, pause: 0.05 },
  complaints: { warning: 0.001, pause: 0.003 },
  fewestMails: 200,
};

const counts = (more: Partial<WindowCounts>): WindowCounts => ({
  provider: '',
  windowMinutes: 60,
  sent: 1_000,
  refused: 0,
  bounced: 0,
  complained: 0,
  ...more,
});
const levelsOf = (more: Partial<WindowCounts>) =>
  judge([counts(more)], limits).map(({ measure, level }) => `${measure}: ${level}`);

const anyCounts = fc.record({
  provider: fc.constantFrom('', 'postmark', 'ses'),
  windowMinutes: fc.constantFrom(60, 1_440),
  sent: fc.nat(100_000),
  refused: fc.nat(5_000),
  bounced: fc.nat(5_000),
  complained: fc.nat(1_000),
});
const weight = { warning: 1, pause: 2 };
const worst = (windows: readonly WindowCounts[], measure: string) =>
  Math.max(
    0,
    ...judge(windows, limits)
      .filter((one) => one.measure === measure)
      .map(({ level }) => weight[level]),
  );

test.each([
  ['one of three', { sent: 3, bounced: 1, complained: 1 }, []],
  ['two whims among two hundred', { sent: 200, bounced: 2, complained: 2 }, []],
  ['a handful of dead addresses', { bounced: 20 }, []],
  ['more dead addresses than any list of one’s own has', { bounced: 40 }, ['bounces: warning']],
  ['a bought list', { bounced: 100 }, ['bounces: pause']],
  [
    'a bought list that is refused at the door',
    { sent: 900, refused: 100, bounced: 100 },
    ['bounces: pause'],
  ],
  ['some complaints', { sent: 10_000, complained: 17 }, ['complaints: warning']],
  ['many complaints', { sent: 10_000, complained: 45 }, ['complaints: pause']],
  ['nothing sent at all', { sent: 0, bounced: 50, complained: 50 }, []],
])('judges %s', (_name, given, expected) => {
  expect(levelsOf(given)).toEqual(expected);
});

test('says nothing of few mails, and nothing of a rate below the limit', () => {
  fc.assert(
    fc.property(anyCounts, (given) => {
      for (const { measure, level, events, mails } of judge([given], limits)) {
        expect(mails).toBeGreaterThanOrEqual(limits.fewestMails);
        expect(events / mails).toBeGreaterThanOrEqual(limits[measure][level]);
      }
    }),
  );
});

test('never finds fewer faults when there are more, and never misses twice the limit of many mails', () => {
  fc.assert(
    fc.property(anyCounts, fc.nat(500), (given, more) => {
      const worse = { ...given, bounced: given.bounced + more, complained: given.complained + more };
      for (const measure of ['bounces', 'complaints'] as const) {
        expect(worst([worse], measure)).toBeGreaterThanOrEqual(worst([given], measure));
      }
      if (given.sent >= 10_000 && given.complained >= 0.006 * given.sent) {
        expect(worst([given], 'complaints')).toBe(2);
      }
    }),
  );
});

test('keeps the worst window of each provider, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(anyCounts, { maxLength: 12 }), (windows) => {
      const found = judge(windows, limits);
      const keys = found.map(({ provider, measure }) => `${provider} ${measure}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const measure of ['bounces', 'complaints']) {
        expect(worst(windows.toReversed(), measure)).toBe(worst(windows, measure));
      }
    }),
  );
});

test('is sure of no more than was seen, and surer the more was seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (mails, given) => {
      const events = Math.min(given, mails);
      expect(certainRate(events, mails)).toBeLessThanOrEqual(events / mails);
      expect(certainRate(events * 10, mails * 10)).toBeGreaterThanOrEqual(certainRate(events, mails) - 1e-12);
      expect(certainRate(0, mails)).toBe(0);
    }),
  );
});

test('pauses at once, and goes on after an hour without even a warning', () => {
  const at = new Date('2026-09-01T12:00:00Z');
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  expect(shouldPause(null, [{ level: 'warning' }], at)).toBe(false);
  expect(shouldPause(null, [{ level: 'warning' }, { level: 'pause' }], at)).toBe(true);
  expect(shouldPause(at, [], later(59))).toBe(true);
  expect(shouldPause(at, [{ level: 'warning' }], later(600))).toBe(true);
  expect(shouldPause(at, [], later(60))).toBe(false);
});
