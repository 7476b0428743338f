import type { MailFigures } from '@rolecall/contract';

/** `—` where there is nothing that it could be a share of. */
export function formatShare(part: number, whole: number, locale: string): string {
  if (whole === 0) return '—';
  const share = part / whole;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: share > 0 && share < 0.01 ? 2 : 1,
  }).format(share);
}

/** A time in words, in the largest unit that fits. */
export function formatDuration(seconds: number | null, locale: string): string {
  if (seconds === null) return '—';
  const [value, unit] =
    seconds < 60 ? [seconds, 's'] : seconds < 3_600 ? [seconds / 60, 'min'] : [seconds / 3_600, 'h'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

export const bouncesOf = (figures: MailFigures): number =>
  figures.bounced_hard + figures.bounced_soft + figures.bounced_blocked + figures.bounced_content;
