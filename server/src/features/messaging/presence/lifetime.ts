/** Between two signs of life of a process, in milliseconds. */
export const heartbeatMs = 5_000;

/** Without a sign of life for so long a process counts as gone, in milliseconds. */
const goneMs = 20_000;

/** A process that was not seen since then is gone. The clocks of all hosts have to agree to within seconds. */
export function seenSince(now: Date): Date {
  return new Date(now.getTime() - goneMs);
}
