import type { Formats, Pay } from '@rolecall/contract';
import type { PayWords } from './language.ts';

/** Pay as a posting states it: €60,000 – 80,000 a year. */
export function sayPay(pay: Pay, words: PayWords, formats: Formats): string {
  const { minimum, maximum, currency, period } = pay;
  const [form, amount] =
    minimum === null || maximum === null
      ? [minimum === null ? words.upTo : words.from, formats.money(maximum ?? minimum ?? 0, currency)]
      : [words.range, formats.moneyRange(minimum, maximum, currency)];
  return form.replace('{amount}', () => amount).replace('{period}', () => words.periods[period]);
}
