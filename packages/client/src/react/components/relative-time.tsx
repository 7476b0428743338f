import { useEffect, useState } from 'react';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  { below: hour, unit: 'minute', length: minute },
  { below: day, unit: 'hour', length: hour },
  { below: 7 * day, unit: 'day', length: day },
  { below: 30 * day, unit: 'week', length: 7 * day },
] as const;

/** The time that is drawn with, in milliseconds since 1970; moves on every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export interface RelativeTimeProps {
  /** ISO 8601. */
  readonly instant: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly locale: string | undefined;
  readonly justNow: string;
}

/** How long ago; beyond a month the date. The exact time shows on hover and stands in `dateTime`. */
export function RelativeTime({ instant, now, locale, justNow }: RelativeTimeProps) {
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <time className="rolecall-item-time" dateTime={instant} title={exact.format(new Date(instant))}>
      {formatAge(instant, { now, locale, justNow })}
    </time>
  );
}

function formatAge(instant: string, { now, locale, justNow }: Omit<RelativeTimeProps, 'instant'>): string {
  const age = now - Date.parse(instant);
  if (age < minute) return justNow;
  const step = steps.find(({ below }) => age < below);
  if (step === undefined) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant));
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return format.format(-Math.floor(age / step.length), step.unit);
}
