import type { Channel, DeliveryChannel, Locale } from '@rolecall/contract';
import { enginePages } from './pages.ts';
import { engineReasons, type ReasonCode } from './reasons.ts';

/** What sentences are made with. */
interface Moment {
  readonly moment: string;
}

/** Sentences by their codes, in the languages of readers. */
export interface ReasonCatalogue {
  (locale: Locale): Readonly<Record<string, (values: Moment) => string>>;
  readonly keys: readonly string[];
}

/** What a channel says of its deliveries, whether or not the instance has it. */
export interface ChannelReasons {
  readonly channel: DeliveryChannel;
  /** For its own codes, and for those of the engine that it says in better words. */
  readonly messages: ReasonCatalogue;
  /** Pages of the web app on which a person can change what its own codes tell. */
  readonly pages: Readonly<Partial<Record<ReasonCode, string>>>;
}

/** Who reads a sentence, and of when it tells. */
export interface ExplanationContext {
  readonly locale: Locale;
  /** Of the person whom the decision concerns. */
  readonly timeZone: string;
  /** When what was decided about is due. */
  readonly dueAt: Date;
  /** When it was decided, or is read: a moment of the same day is told by its time alone. */
  readonly at: Date;
}

/** Puts stored codes into words. */
export interface Reasons {
  /** The sentence for a code; a code of an older or newer version stands for itself. */
  explain(code: string, channel: Channel, context: ExplanationContext): string;
  /** Where the person can change what decided; null: the person has not decided it. */
  pageOf(code: string, channel: Channel): string | null;
}

export function createReasons(channels: readonly ChannelReasons[]): Reasons {
  const byChannel = new Map<Channel, ReasonWords>(
    channels.map(({ channel, messages, pages }) => [channel, wordsOf([messages, engineReasons], pages)]),
  );
  const plain = wordsOf([engineReasons], {});
  const of = (channel: Channel) => byChannel.get(channel) ?? plain;
  return {
    explain(code, channel, context) {
      const messages = of(channel).messages.get(code)?.(context.locale);
      return messages?.[code]?.({ moment: momentOf(context) }) ?? code;
    },
    pageOf: (code, channel) => of(channel).pages.get(code) ?? null,
  };
}

/** Codes come from the database, so they are looked up in maps. */
interface ReasonWords {
  readonly messages: ReadonlyMap<string, ReasonCatalogue>;
  readonly pages: ReadonlyMap<string, string>;
}

/** @param catalogues the one that counts first */
function wordsOf(catalogues: readonly ReasonCatalogue[], pages: ChannelReasons['pages']): ReasonWords {
  const messages = new Map<string, ReasonCatalogue>();
  for (const catalogue of catalogues.toReversed())
    for (const code of catalogue.keys) messages.set(code, catalogue);
  return { messages, pages: new Map(Object.entries({ ...enginePages, ...pages })) };
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
