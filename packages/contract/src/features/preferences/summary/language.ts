import type { Category } from '../../../constants.ts';
import type { DigestFrequency } from '../../digests/values.ts';
import type { Weekday } from '../settings.ts';

/** When digests of a frequency come, with times and days in words already. */
export type DigestTime =
  | { readonly frequency: DigestFrequency; readonly window: 'sliding' }
  | { readonly frequency: 'hourly'; readonly window: 'fixed' }
  | { readonly frequency: 'daily'; readonly window: 'fixed'; readonly at: string }
  | { readonly frequency: 'weekly'; readonly window: 'fixed'; readonly at: string; readonly day: string };

/** When it is quiet. */
export interface QuietTime {
  readonly from: string;
  readonly to: string;
  /** It ends at the time at which it began, a day later. */
  readonly allDay: boolean;
  readonly days: 'every_day' | 'weekdays' | 'weekends' | readonly Weekday[];
}

/** What is told of all categories, each part on its own; what does not hold is left out. */
export interface Restrictions {
  /** A moment in words. */
  readonly pausedUntil: string | null;
  readonly quiet: QuietTime | null;
  /** A digest that would come in the quiet hours waits for their end. */
  readonly digestInQuietHours: boolean;
  /** Numbers in words. */
  readonly perDay: string | null;
  readonly perChannel: readonly { readonly way: string; readonly count: string }[];
  /** Whether what is beyond a cap still comes in a digest. */
  readonly overflowInDigest: boolean;
}

/** The words and sentences of one language. Sentences end with a full stop; parts have none. */
export interface SummaryLanguage {
  /** What a category brings, after 'you get' and after 'you get no'. */
  readonly nouns: Readonly<Record<Category, { readonly some: string; readonly none: string }>>;
  /** What of a category does not wait in a digest, and what does not wait to be read in the inbox. */
  readonly exceptions: Partial<Record<Category, { readonly undigested: string; readonly pressing?: string }>>;
  digestTime(time: DigestTime): string;

  mandatory(what: string, ways: string): string;
  nothing(what: string): string;
  inboxOnly(what: string): string;
  atOnce(what: string, inbox: boolean, ways: string): string;
  escalation(what: string, ways: string, span: string, exception: string | null): string;
  digest(what: string, inbox: boolean, ways: string, when: string, exception: string | null): string;
  lostDigest(
    noun: { readonly some: string; readonly none: string },
    inbox: boolean,
    ways: string,
    exception: string | null,
  ): string;
  /** So many kinds that do not come by a way, and what names them all. */
  leftOut(kinds: number, way: string): string;
  leftOutInAll(leftOut: string): string;
  /** Open pages do not show it when it comes. */
  readonly silent: string;
  readonly digestsOff: string;
  digestsOn(ways: string): string;

  /** Parts of the sentence about everything, in their order. */
  restrictions(restrictions: Restrictions): string[];
  readonly unrestricted: string;
  /** A sentence of its own for whoever consents to it. */
  readonly tracked: string;
}
