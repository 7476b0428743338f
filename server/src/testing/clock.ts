import type { Clock } from '../platform/clock/index.ts';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;

  /** @param start the first instant, by default noon UTC of an arbitrary Tuesday */
  constructor(start: Date | string = '2026-09-01T12:00:00Z') {
    this.#now = instant(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves to this instant, forwards or backwards. */
  set(to: Date | string): void {
    this.#now = instant(to);
  }

  /** Moves by this many milliseconds; negative values go back. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

function instant(value: Date | string): number {
  const milliseconds = new Date(value).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${String(value)}`);
  return milliseconds;
}
