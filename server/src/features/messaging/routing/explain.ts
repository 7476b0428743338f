import type { Locale } from '@rolecall/contract';
import { german } from './reasons.de.ts';
import { spanish } from './reasons.es.ts';
import { french } from './reasons.fr.ts';
import { isReasonCode, type ReasonSentences, reasons } from './reasons.ts';

const languages: Readonly<Record<Locale, ReasonSentences>> = {
  en: reasons,
  de: german,
  fr: french,
  es: spanish,
};

/** Who reads the sentence, and of when it tells. */
export interface ExplanationContext {
  readonly locale: Locale;
  /** Of the person whom the decision concerns. */
  readonly timeZone: string;
  /** When what was decided about is due. */
  readonly dueAt: Date;
  /** When it was decided, or is read: a moment of the same day is told by its time alone. */
  readonly at: Date;
}

/** The sentence for a stored code; a code of an older or newer version stands for itself. */
export function explain(code: string, context: ExplanationContext): string {
  if (!isReasonCode(code)) return code;
  return languages[context.locale][code].replace('{moment}', () => momentOf(context));
}

const hour = 3_600_000;

/** `07:00` for what is near, `Mon, 3 Feb, 07:00` for what is further away, in the words of the reader. */
function momentOf({ locale, timeZone, dueAt, at }: ExplanationContext): string {
  const isNear = Math.abs(dueAt.getTime() - at.getTime()) < 20 * hour;
  return new Intl.DateTimeFormat(languageTags[locale], {
    ...(isNear ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(dueAt);
}

/** The region decides the order of a date: day before month. */
const languageTags: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es' };
