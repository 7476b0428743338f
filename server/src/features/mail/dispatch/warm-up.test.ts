import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { warmUpDay } from './warm-up.ts';
import { createWarmUpLedger } from './warm-up-ledger.ts';

const dayMs = 86_400_000;
const start = '2026-09-01';

describe('the warm-up of a domain', () => {
  test('lets more through each day, and is over after thirty', () => {
    let before = 0;
    for (let day = 0; day < 30; day++) {
      const now = new Date(Date.parse('2026-09-01T23:59:59Z') + day * dayMs);
      const current = warmUpDay(start, now);
      expect(current).toMatchObject({ number: day + 1, endsAt: now.getTime() + 1_000 });
      expect(current?.limit).toBeGreaterThan(before);
      before = current?.limit ?? 0;
    }
    expect(warmUpDay(start, new Date('2026-09-01T00:00:00Z'))?.limit).toBe(50);
    expect(before).toBeGreaterThan(500_000);
    expect(warmUpDay(start, new Date('2026-10-01T00:00:00Z'))).toBeNull();
  });

  test('is as on its first day before it has begun', () => {
    expect(warmUpDay(start, new Date('2026-08-01T12:00:00Z'))).toMatchObject({ number: 1, limit: 50 });
  });

  test('is shared by processes, and what one has taken and lost is not sent', async () => {
    const clock = new FakeClock('2026-09-01T12:00:00Z');
    let taken = 0;
    let asked = 0;
    const takeFromDay = async (_date: string, limit: number, wanted: number) => {
      asked += 1;
      const given = Math.min(wanted, limit - taken);
      taken += given;
      return given;
    };
    const [one, two] = [0, 1].map(() => createWarmUpLedger({ start, clock, takeFromDay }));
    let sent = 0;
    for (let count = 0; count < 60; count++) {
      for (const ledger of [one, two]) if ((await ledger?.take()) === 0) sent += 1;
    }
    expect(sent).toBe(50);
    expect(await one?.take()).toBe(12 * 3_600_000);
    expect(asked).toBe(52);
    one?.giveBack();
    expect(await one?.take()).toBe(0);

    clock.set('2026-09-02T00:00:00Z');
    taken = 0;
    expect(await Promise.all([one?.take(), one?.take(), two?.take()])).toEqual([0, 0, 0]);
    clock.set('2026-10-01T00:00:00Z');
    asked = 0;
    expect(await one?.take()).toBe(0);
    expect(asked).toBe(0);
  });
});
