import type { Employer, Language } from './employers.ts';
import type { Trade, TradeTexts, TradeWords } from './trades.ts';
import { tradesInGerman } from './trades-de.ts';
import { tradesInEnglish } from './trades-en.ts';
import { tradesInSpanish } from './trades-es.ts';
import { tradesInFrench } from './trades-fr.ts';

const texts: Readonly<Record<Language, TradeTexts>> = {
  en: tradesInEnglish,
  de: tradesInGerman,
  fr: tradesInFrench,
  es: tradesInSpanish,
};

/** What a trade is called where the employer is. */
export function wordsOf(employer: Employer, trade: Trade): TradeWords {
  const found = texts[employer.language][trade];
  if (found === undefined) throw new Error(`No words for ${trade} in ${employer.language}`);
  return found;
}
