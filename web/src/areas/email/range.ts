import { mailCountersKeptDays } from '@rolecall/contract';
import type { MailRange } from './analytics-queries.ts';

export const rangeNames = ['24h', '7d', '30d', 'custom'] as const;
export type RangeName = (typeof rangeNames)[number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lengths = { '24h': dayMs, '7d': 7 * dayMs, '30d': 30 * dayMs } as const;

/** A stretch of time, and whether it is shown by hours or by days. */
export interface ShownRange extends MailRange {
  readonly interval: 'hour' | 'day';
}

/**
 * The stretch that a choice stands for, in whole hours so that it stays the same for a while.
 *
 * @param from first day, such as `2026-09-01`, as the browser's clock cuts them
 * @param to last day
 * @returns null: the days are missing, in the wrong order or too many
 */
export function rangeOf(
  name: RangeName,
  from: string | undefined,
  to: string | undefined,
  now: Date,
): ShownRange | null {
  if (name !== 'custom') {
    const end = Math.ceil(now.getTime() / hourMs) * hourMs;
    return toRange(end - lengths[name], end);
  }
  const first = new Date(`${from}T00:00:00`).getTime();
  const end = new Date(`${to}T00:00:00`);
  end.setDate(end.getDate() + 1);
  const length = end.getTime() - first;
  if (Number.isNaN(length) || length <= 0 || length > mailCountersKeptDays * dayMs) return null;
  return toRange(first, end.getTime());
}

function toRange(from: number, to: number): ShownRange {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    interval: to - from <= 2 * dayMs ? 'hour' : 'day',
  };
}

/** `2026-09-01`, as the browser's clock has it. */
export function dayOf(at: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${part(at.getMonth() + 1)}-${part(at.getDate())}`;
}
