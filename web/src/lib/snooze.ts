import { dateIn, instantOf, wallTimeIn } from './zoned-date.ts';

export interface SnoozePreset {
  readonly name: 'later_today' | 'tomorrow' | 'next_week';

  readonly until: string;
}

const hour = 3_600_000;
const day = 24 * hour;
const morning = '08:00';

/** Moments that people put things off to, in their time zone; later today only while there is such a time. */
export function snoozePresets(now: Date, timeZone: string): SnoozePreset[] {
  const today = dateIn(now.toISOString(), timeZone);
  const inThreeHours = new Date(Math.ceil((now.getTime() + 3 * hour) / hour) * hour).toISOString();
  const isToday =
    dateIn(inThreeHours, timeZone) === today && wallTimeIn(inThreeHours, timeZone).slice(11) <= '21:00';
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  const daysToMonday = (8 - weekday) % 7 || 7;
  return [
    ...(isToday ? [{ name: 'later_today', until: inThreeHours } as const] : []),
    { name: 'tomorrow', until: morningAfter(today, 1, timeZone) },
    { name: 'next_week', until: morningAfter(today, daysToMonday, timeZone) },
  ];
}

/** Days are counted on the calendar, so that a change of clocks in between moves nothing. */
function morningAfter(date: string, days: number, timeZone: string): string {
  const target = new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
  return instantOf(`${target}T${morning}`, timeZone);
}
