/**
 * Time as a person's clock shows it, from `Intl.DateTimeFormat` and additions alone. Moments are minutes since 1970 UTC,
 * wall times are minutes too, as if the zone were UTC.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows. */
export function wallAt(timeZone: string, moment: number): number {
  const format = formats.get(timeZone) ?? makeFormat(timeZone);
  formats.set(timeZone, format);
  const text = format.format(Math.floor(moment) * 60_000);
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}:00Z`) / 60_000;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

export const minutesOfDay = 1_440;

/** The day of a wall time, counted from 1970-01-01. */
export const dayOf = (wall: number) => Math.floor(wall / minutesOfDay);

const weekdays = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];
export const weekdayOf = (day: number) => weekdays[((day % 7) + 7) % 7] ?? '';

/** @param time such as `07:00` */
export function wallOf(day: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day * minutesOfDay + hours * 60 + minutes;
}

/** The moments at which the clock shows this: none where it is skipped, two where it comes twice. */
function momentsOf(timeZone: string, wall: number): number[] {
  const found = offsetsAround(timeZone, wall)
    .map((offset) => wall - offset)
    .filter((moment) => wallAt(timeZone, moment) === wall);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** How far the clock is ahead of UTC, a day before and a day after. */
function offsetsAround(timeZone: string, wall: number): [before: number, after: number] {
  const offset = (moment: number) => wallAt(timeZone, moment) - moment;
  return [offset(wall - minutesOfDay), offset(wall + minutesOfDay)];
}

/** The first of both moments; for a skipped time the moment at which it would be if the clock had gone on. */
export function usualMoment(timeZone: string, wall: number): number {
  const [first] = momentsOf(timeZone, wall);
  return first ?? wall - offsetsAround(timeZone, wall)[0];
}

/** The first moment at which the clock shows this or more. */
export function firstMoment(timeZone: string, wall: number): number {
  const [first] = momentsOf(timeZone, wall);
  return first ?? endOfGap(timeZone, wall);
}

/** The moment from which on the clock never shows less than this. */
export function lastMoment(timeZone: string, wall: number): number {
  const moments = momentsOf(timeZone, wall);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return endOfGap(timeZone, wall);
  return wallAt(timeZone, last - 1) < wall ? last : first;
}

function endOfGap(timeZone: string, wall: number): number {
  let moment = Math.min(...offsetsAround(timeZone, wall).map((offset) => wall - offset));
  while (wallAt(timeZone, moment) < wall) moment += 1;
  return moment;
}
