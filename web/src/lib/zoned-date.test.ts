import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, endOfDay, instantOf, wallTimeIn } from './zoned-date.ts';

describe('dates in a time zone', () => {
  it('ends a day at its last second there', () => {
    expect(endOfDay('2026-05-31', 'Europe/Berlin')).toBe('2026-05-31T21:59:59.000Z');
    expect(endOfDay('2026-01-31', 'America/New_York')).toBe('2026-02-01T04:59:59.000Z');
  });

  it('knows the days on which clocks change', () => {
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.000Z');
    expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.000Z');
  });

  it('reads back the day that it has written, anywhere and at any time', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2060-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (moment, zone) => {
        const date = moment.toISOString().slice(0, 10);
        expect(dateIn(endOfDay(date, zone), zone)).toBe(date);
      }),
    );
  });

  it('reads a wall time, and one that clocks skip as the time right after', () => {
    expect(instantOf('2026-07-01T09:30', 'Europe/Berlin')).toBe('2026-07-01T07:30:00.000Z');
    expect(wallTimeIn('2026-07-01T07:30:00.000Z', 'Europe/Berlin')).toBe('2026-07-01T09:30');
    const skipped = instantOf('2026-03-29T02:30', 'Europe/Berlin');
    expect(['2026-03-29T01:30', '2026-03-29T03:30']).toContain(wallTimeIn(skipped, 'Europe/Berlin'));
  });

  it('shows the wall time that was chosen, where clocks show it at all', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (moment, zone) => {
          const shown = wallTimeIn(moment.toISOString(), zone);
          expect(wallTimeIn(instantOf(shown, zone), zone)).toBe(shown);
        },
      ),
    );
  });
});
