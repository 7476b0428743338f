import type { Timers } from './timers.ts';

/** In milliseconds. */
const longestWaitForBus = 2_000;

/** Waits, but not for a bus that has gone silent: then the comparison of heads finds what it does not tell. */
export async function patiently(timers: Timers, ready: Promise<void> | undefined): Promise<void> {
  const { promise: tooLong, resolve } = Promise.withResolvers<void>();
  const callOff = timers.after(longestWaitForBus, resolve);
  await Promise.race([ready, tooLong]);
  callOff();
}
