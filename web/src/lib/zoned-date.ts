/**
 * Dates and wall times, as the fields of a form give them, in a person's time zone. `Temporal` would do this, but not every
 * browser that the application supports has it.
 */

/** The zone's distance from UTC at an instant, in milliseconds; positive to the east. */
function zoneOffset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const wallClock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wallClock - Math.floor(instant / 1_000) * 1_000;
}

/** The last second of a day (`2026-05-31`) in a zone, as an instant. */
export const endOfDay = (date: string, timeZone: string): string => instantOf(`${date}T23:59:59`, timeZone);

/** What clocks of a zone show (`2026-05-31T14:30`), as an instant. */
export function instantOf(wallTime: string, timeZone: string): string {
  const wallClock = Date.parse(`${wallTime}Z`);
  // The offset of a first guess can be that of the other side of a clock change; the second look settles it.
  const guess = wallClock - zoneOffset(wallClock, timeZone);
  return new Date(wallClock - zoneOffset(guess, timeZone)).toISOString();
}

/** The day (`2026-05-31`) on which an instant falls in a zone. */
export function dateIn(instant: string, timeZone: string): string {
  const moment = Date.parse(instant);
  return new Date(moment + zoneOffset(moment, timeZone)).toISOString().slice(0, 10);
}

/** What clocks of a zone show at an instant, to the minute (`2026-05-31T14:30`). */
export function wallTimeIn(instant: string, timeZone: string): string {
  const moment = Date.parse(instant);
  return new Date(moment + zoneOffset(moment, timeZone)).toISOString().slice(0, 16);
}
