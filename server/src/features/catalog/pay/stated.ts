import type { Pay, PayReading } from '@rolecall/contract';
import { readPay } from './reading.ts';

/** Pay as the contract has it, in whole units, and how it was read. */
export interface StatedPay {
  readonly pay: Pay;
  readonly reading: PayReading;
}

const largest = 1_000_000_000;

/**
 * What the employer states of pay in a text; an estimate of somebody else is none.
 * @param country of the employer or the work (ISO 3166-1 alpha-2)
 */
export function readStatedPay(text: string, country: string | null = null): StatedPay | null {
  const read = readPay(text, country);
  if (read === null || !read.stated) return null;
  const { currency, period, evidence, gross, months } = read;
  const [minimum, maximum] = [read.minimum, read.maximum].map((amount) =>
    amount === null || amount > largest ? null : Math.round(amount),
  );
  if (minimum === undefined || maximum === undefined || (minimum === null && maximum === null)) return null;
  return { pay: { minimum, maximum, currency, period }, reading: { evidence, gross, months } };
}
