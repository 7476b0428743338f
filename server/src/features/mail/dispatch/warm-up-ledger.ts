import type { Clock } from '../../../platform/clock/index.ts';
import { warmUpDay } from './warm-up.ts';

/**
 * Hands out the mails of a day of the warm-up, which all processes share. Each process takes some in advance from the
 * database, so that it asks seldom. When it dies, its unused ones are lost for that day, so that the limit holds.
 */
export interface WarmUpLedger {
  /** @returns 0: it may go out; otherwise milliseconds until the next day */
  take(): Promise<number>;
  /** Returns one that was not used. */
  giveBack(): void;
}

/** Takes up to `wanted` of what a day has left. @returns how many */
export type TakeFromDay = (date: string, limit: number, wanted: number) => Promise<number>;

export function createWarmUpLedger(options: {
  readonly start: string;
  readonly clock: Clock;
  readonly takeFromDay: TakeFromDay;
}): WarmUpLedger {
  const { start, clock, takeFromDay } = options;
  let date = '';
  let left = 0;
  let isSpent = false;
  let asking: Promise<void> | undefined;

  async function ask(day: { readonly date: string; readonly limit: number }): Promise<void> {
    const taken = await takeFromDay(day.date, day.limit, Math.max(1, Math.ceil(day.limit / parts)));
    if (day.date !== date) return;
    left += taken;
    isSpent = taken === 0;
  }

  return {
    async take() {
      for (;;) {
        const day = warmUpDay(start, clock.now());
        if (day === null) return 0;
        if (day.date !== date) {
          date = day.date;
          left = 0;
          isSpent = false;
        }
        if (left > 0) {
          left -= 1;
          return 0;
        }
        if (isSpent) return day.endsAt - clock.now().getTime();
        asking ??= ask(day).finally(() => {
          asking = undefined;
        });
        await asking;
      }
    },
    giveBack() {
      left += 1;
    },
  };
}

/** Into how many parts a day is divided for the processes. */
const parts = 50;
