/**
 * Clocks on the wall, minute by minute, read from `Intl.DateTimeFormat` and nothing else: slow, and independent of how
 * the program calculates. A wall time is told in minutes, as if the zone were UTC and had never changed its clocks.
 */
export interface WallClock {
  /** What the clock shows in each minute. */
  readonly shown: Float64Array;
  /** The days that it shows, in their order; one that the zone has skipped is not among them. */
  readonly days: readonly number[];
  /** The first minute, in minutes since 1970 UTC. */
  readonly first: number;
  /** The place of a moment's minute in `shown`. */
  placeOf(moment: Date): number;
  momentAt(place: number): Date;
}

const minuteMs = 60_000;
const minutesOfDay = 1_440;

/** Reads the clock of a zone at any moment. */
export function wallReader(timeZone: string): (moment: Date | number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) => {
    const text = format.format(moment);
    return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}:00Z`) / minuteMs;
  };
}

/** The clock of a zone over so many days before and after a moment. */
export function readWallClock(
  timeZone: string,
  around: Date,
  daysBefore: number,
  daysAfter: number,
): WallClock {
  const read = wallReader(timeZone);
  const first = Math.floor(around.getTime() / minuteMs) - daysBefore * minutesOfDay;
  const shown = Float64Array.from({ length: (daysBefore + daysAfter) * minutesOfDay }, (_, place) =>
    read((first + place) * minuteMs),
  );
  return {
    shown,
    days: [...new Set(Array.from(shown, dayOf))],
    first,
    placeOf: (moment) => Math.floor(moment.getTime() / minuteMs) - first,
    momentAt: (place) => new Date((first + place) * minuteMs),
  };
}

/** The day that a wall time is of, as a number that grows by one a day. */
export function dayOf(wall: number): number {
  return Math.floor(wall / minutesOfDay);
}

/** Day of the week, 0 for Monday. */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** @param time `HH:MM` */
export function wallTime(day: number, time: string): number {
  return day * minutesOfDay + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
