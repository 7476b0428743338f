import type { MailAlarmLevel, MailAlarmMeasure } from '@rolecall/contract';

/** Counts of mails within a window. */
export interface WindowCounts {
  /** `''`: of all providers together. */
  readonly provider: string;
  readonly windowMinutes: number;
  readonly sent: number;
  /** Mails that bounced when they were sent, so that they are not in `sent`. */
  readonly refused: number;
  /** Hard ones. */
  readonly bounced: number;
  readonly complained: number;
}

/** Shares, such as 0.003. */
export interface RateLimits {
  readonly warning: number;
  readonly pause: number;
}

export interface AlarmLimits extends Readonly<Record<MailAlarmMeasure, RateLimits>> {
  /** Fewer mails raise no alarm. */
  readonly fewestMails: number;
}

/** A rate above a limit. */
export interface ExceededRate {
  readonly provider: string;
  readonly measure: MailAlarmMeasure;
  readonly level: MailAlarmLevel;
  readonly events: number;
  readonly mails: number;
  readonly windowMinutes: number;
}

/** How many bounces or complaints it takes, so that one or two have no consequences. */
const fewestEvents: Readonly<Record<MailAlarmLevel, number>> = { warning: 3, pause: 5 };

/** The quantile of the normal distribution below which 95 % lie. */
const z = 1.645;

/**
 * The rate that the true one is above with a certainty of 95 %: the lower bound of Wilson's score interval (Wilson 1927).
 * It is never above the observed rate, and comes close to it when there are many mails.
 */
export function certainRate(events: number, mails: number): number {
  if (events === 0 || mails === 0) return 0;
  const rate = Math.min(1, events / mails);
  const square = (z * z) / mails;
  const middle = rate + square / 2;
  const margin = z * Math.sqrt((rate * (1 - rate)) / mails + square / (4 * mails));
  return Math.min(rate, Math.max(0, (middle - margin) / (1 + square)));
}

function levelOf(
  events: number,
  mails: number,
  limits: RateLimits,
  fewestMails: number,
): MailAlarmLevel | null {
  if (mails < fewestMails) return null;
  const rate = certainRate(events, mails);
  if (events >= fewestEvents.pause && rate >= limits.pause) return 'pause';
  return events >= fewestEvents.warning && rate >= limits.warning ? 'warning' : null;
}

const weights: Readonly<Record<MailAlarmLevel, number>> = { warning: 1, pause: 2 };

/** The rates above a limit: for each provider and measure the worst window. */
export function judge(windows: readonly WindowCounts[], limits: AlarmLimits): ExceededRate[] {
  const worst = new Map<string, ExceededRate>();
  const note = (rate: ExceededRate) => {
    const key = JSON.stringify([rate.provider, rate.measure]);
    const known = worst.get(key);
    if (known === undefined || compare(rate, known) > 0) worst.set(key, rate);
  };
  for (const { provider, windowMinutes, sent, refused, bounced, complained } of windows) {
    const rates = [
      { measure: 'bounces', events: bounced, mails: sent + refused },
      { measure: 'complaints', events: complained, mails: sent },
    ] as const;
    for (const { measure, events, mails } of rates) {
      const level = levelOf(events, mails, limits[measure], limits.fewestMails);
      if (level !== null) note({ provider, measure, level, events, mails, windowMinutes });
    }
  }
  return [...worst.values()];
}

function compare(one: ExceededRate, other: ExceededRate): number {
  return (
    weights[one.level] - weights[other.level] ||
    certainRate(one.events, one.mails) - certainRate(other.events, other.mails)
  );
}

/** A pause lasts for at least as long, so that it does not flicker. */
const shortestPauseMs = 3_600_000;

/**
 * Whether bulk mails are paused from now on. A pause begins with the first rate above its limit, and ends by itself after an
 * hour when no rate is above even its limit to warn.
 */
export function shouldPause(
  pausedAt: Date | null,
  exceeded: readonly Pick<ExceededRate, 'level'>[],
  now: Date,
): boolean {
  if (pausedAt === null) return exceeded.some(({ level }) => level === 'pause');
  return exceeded.length > 0 || now.getTime() - pausedAt.getTime() < shortestPauseMs;
}
