import type { Pay } from '@rolecall/contract';
import { formatMessages } from './format.messages.ts';

const money = (currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });

/** Stated pay as words, for example `€60,000 – €75,000 a year`. */
export function formatPay(pay: Pay, locale: string): string {
  const { minimum, maximum } = pay;
  const format = money(pay.currency, locale);
  const words = formatMessages(locale);
  const inPeriod = (amount: string) => words[pay.period]({ pay: amount });
  if (minimum !== null && maximum !== null && minimum !== maximum) {
    return inPeriod(format.formatRange(minimum, maximum));
  }
  if (minimum !== null && maximum !== null) return inPeriod(format.format(minimum));
  if (minimum !== null) return inPeriod(words.from({ amount: format.format(minimum) }));
  return inPeriod(words.up_to({ amount: format.format(maximum ?? 0) }));
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const relativeSteps = [
  { below: hour, unit: 'minute', length: minute },
  { below: day, unit: 'hour', length: hour },
  { below: 7 * day, unit: 'day', length: day },
  { below: 30 * day, unit: 'week', length: 7 * day },
] as const;

export interface TimeFormat {
  readonly locale: string;
  /** IANA name of the zone that the person lives in. */
  readonly timeZone: string;
}

/** How long ago or how far ahead, in the largest fitting unit; beyond a month the date. */
export function formatRelative(instant: string, now: Date, format: TimeFormat): string {
  const distance = new Date(instant).getTime() - now.getTime();
  const magnitude = Math.abs(distance);
  if (magnitude < 45 * second) return formatMessages(format.locale).just_now();
  const step = relativeSteps.find(({ below }) => magnitude < below);
  if (step === undefined) return formatDate(instant, format);
  const count = Math.max(1, Math.round(magnitude / step.length)) * Math.sign(distance);
  return new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' }).format(count, step.unit);
}

export const formatDate = (instant: string, { locale, timeZone }: TimeFormat): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(instant));

export const formatDateTime = (instant: string, { locale, timeZone }: TimeFormat): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));

/** A span within a day, such as `Mon, 7 Sept 2026, 10:00 – 11:00 CEST`. */
export const formatInterviewTime = (from: string, until: string, { locale, timeZone }: TimeFormat): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).formatRange(new Date(from), new Date(until));

/** A moment of the next days, such as `Mon 11 May, 08:00`. */
export const formatMoment = (instant: string, { locale, timeZone }: TimeFormat): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));

/** Seconds or minutes between two instants, for example `4.2 s`. */
export function formatDuration(from: string, to: string, locale: string): string {
  const seconds = (new Date(to).getTime() - new Date(from).getTime()) / second;
  const [value, unit] = seconds < 90 ? ([seconds, 'second'] as const) : ([seconds / 60, 'minute'] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

/** A size of a file, for example `1.4 MB`; at least `0.1 kB`. */
export function formatBytes(bytes: number, locale: string): string {
  const kilobytes = Math.max(0.1, bytes / 1_000);
  const [value, unit] =
    kilobytes < 1_000 ? ([kilobytes, 'kilobyte'] as const) : ([kilobytes / 1_000, 'megabyte'] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

export const formatCount = (count: number, locale: string): string =>
  new Intl.NumberFormat(locale).format(count);

/** `1 job`, `2 jobs`. */
export const pluralize = (count: number, one: string, many: string, locale: string): string =>
  `${formatCount(count, locale)} ${count === 1 ? one : many}`;

/** A number for a badge, where three digits do not fit. */
export const badgeCount = (count: number): string => (count > 99 ? '99+' : String(count));
