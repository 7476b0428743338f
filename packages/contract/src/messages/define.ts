import type { Locale } from '../constants.ts';
import { fillable } from './fill.ts';
import { type Formats, formatsOf, type Instant, type InstantStyle } from './formats.ts';
import { withFrenchSpaces } from './french.ts';
import { localeOf } from './locale-of.ts';

/** What a parameter with a format takes: `{count:number}`, `{at:date_time}`. One without a format takes a text. */
type FormattedValues = {
  readonly number: number;
  readonly percent: number;
  readonly list: readonly string[];
} & { readonly [Style in InstantStyle]: Instant };

/** Nobody can pass it: the format of a parameter is misspelt. */
type UnknownFormat = never;

type Parameter<Text extends string> = Text extends `${infer Name}:${infer Format}`
  ? { readonly [Key in Name]: Format extends keyof FormattedValues ? FormattedValues[Format] : UnknownFormat }
  : { readonly [Key in Text]: string };

type Parameters<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? Parameter<Inside> & Parameters<Rest>
  : unknown;

/** A sentence with `{parameters}`, or a function where a number or a case decides what is said. */
type Message<Values> = string | ((values: Values, formats: Formats) => string);

export type English = Readonly<Record<string, Message<never>>>;

type ValuesOf<Text> = Text extends string
  ? Parameters<Text>
  : Text extends (values: infer Values, formats: Formats) => string
    ? Values
    : never;

type Translation<Source extends English> = { readonly [Key in keyof Source]: Message<ValuesOf<Source[Key]>> };

/** A text of another language as it is, if it has the parameters of the English one. */
type Checked<Source, Text> = Text extends string
  ? [Parameters<Text>, ValuesOf<Source>] extends [ValuesOf<Source>, Parameters<Text>]
    ? Text
    : { readonly 'has other parameters than in English': ValuesOf<Source> }
  : Text;

type CheckedAll<Source extends English, Texts> = {
  readonly [Key in keyof Texts]: Key extends keyof Source ? Checked<Source[Key], Texts[Key]> : never;
};

/** The messages of one language, each a function of its parameters. */
export type Messages<Source extends English> = {
  readonly [Key in keyof Source]: unknown extends ValuesOf<Source[Key]>
    ? () => string
    : (values: ValuesOf<Source[Key]>) => string;
};

/** Messages in all languages. */
export interface Catalogue<Source extends English> {
  /**
   * @param locale as a person has chosen it, or as a browser names it (`de-AT`); English when it is none of ours
   * @param timeZone IANA name, for messages that tell a moment
   */
  (locale: string, timeZone?: string): Messages<Source>;
  readonly keys: readonly (keyof Source & string)[];
}

/** Time zones that a node meets are few, but a browser may name anything. */
const mostKept = 500;

/**
 * Declares messages in four languages. English says which there are and what each takes; another language that lacks
 * one, has one too many, or names other parameters does not compile. French sentences get their unbreakable spaces;
 * French functions have to bring them.
 *
 *     export const savedSearchMessages = defineMessages({
 *       en: {
 *         created: 'You made it on {at:date}.',
 *         found: ({ count }: { readonly count: number }, { plural }) =>
 *           plural(count, { one: '# job', other: '# jobs' }),
 *       },
 *       de: { … }, fr: { … }, es: { … },
 *     });
 *     savedSearchMessages(person.locale, person.time_zone).found({ count: 3 });
 */
export function defineMessages<
  const Source extends English,
  const German extends Translation<Source>,
  const French extends Translation<Source>,
  const Spanish extends Translation<Source>,
>(texts: {
  readonly en: Source;
  readonly de: German & CheckedAll<Source, German>;
  readonly fr: French & CheckedAll<Source, French>;
  readonly es: Spanish & CheckedAll<Source, Spanish>;
}): Catalogue<Source> {
  const say = catalogueOf<Source>((locale) => ({ locale, texts: texts[locale] }), texts.en);
  return Object.assign(say, { keys: Object.keys(texts.en) });
}

/** The texts of a language: what is asked for, or what there is in its place. */
export interface SpokenTexts {
  readonly locale: Locale;
  readonly texts: English;
}

/**
 * What a catalogue answers with, for whoever keeps the texts elsewhere than in the code that says them.
 *
 * @param source which messages there have to be; what the texts have, unless it is said
 */
export function catalogueOf<Source extends English>(
  textsOf: (locale: Locale) => SpokenTexts,
  source: Partial<Source> = {},
): (locale: string, timeZone?: string) => Messages<Source> {
  const kept = new Map<string, Messages<Source>>();
  return (locale, timeZone = 'UTC') => {
    const own = localeOf(locale);
    const key = `${own} ${timeZone}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const spoken = textsOf(own);
    const made = bind(
      source,
      spoken.texts,
      formatsOf(spoken.locale, timeZone),
      spoken.locale === 'fr' ? withFrenchSpaces : asItIs,
    );
    // What stands in for another language is asked for again.
    if (spoken.locale !== own) return made;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
  };
}

const asItIs = (text: string) => text;

function bind<Source extends English>(
  source: Partial<Source>,
  texts: English,
  formats: Formats,
  spaced: (text: string) => string,
): Messages<Source> {
  const bound = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string'
        ? fillable(spaced(text), formats)
        : (values: unknown) => String(Reflect.apply(text, undefined, [values, formats])),
    ]),
  );
  if (!isComplete(bound, source)) throw new Error('a language lacks a message');
  return bound;
}

/** The types promise it already. */
const isComplete = <Source extends English>(
  bound: object,
  source: Partial<Source>,
): bound is Messages<Source> => Object.keys(source).every((key) => Object.hasOwn(bound, key));
