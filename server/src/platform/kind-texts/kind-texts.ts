import {
  type Kind,
  type KindPayload,
  type Locale,
  type TemplateVariable,
  withFrenchSpaces,
} from '@rolecall/contract';
import type { Block } from './block.ts';
import type { ByLocale } from './by-locale.ts';
import { unverifiedWarning, verifiedBy } from './company-marks.ts';
import { when } from './conditions.ts';
import { button, paragraph, soft } from './rows.ts';
import { mapWords, type ShippedMail } from './shipped-mail.ts';
import type { InboxTemplate } from './templates.ts';

/** How several notifications of a kind are told as one. */
export interface KindGroup {
  /** Field of the payload by which they belong together. */
  readonly key: string;
  /** Field of the payload that people know them by. */
  readonly name: string;
  /** What they are, to stand behind their number, which is two at least: `4 new jobs at Acme`. */
  readonly label: ByLocale<(name: string) => string>;
}

/** What a mail can name beyond the payload and what every mail can name. */
export interface MailExtras {
  readonly variables: readonly TemplateVariable[];
  /** For checks and previews. */
  readonly sample: Readonly<Record<string, unknown>>;
}

/** Everything that one kind of notification says. */
export interface KindTexts {
  readonly kind: Kind;
  readonly inbox: ByLocale<InboxTemplate>;
  readonly mail: (locale: Locale) => ShippedMail;
  /** Why a person gets the mail. */
  readonly why: ByLocale<string>;
  /** Null: each of them stands alone. */
  readonly group: KindGroup | null;
  readonly mailExtras: MailExtras | null;
  /** A realistic payload, for previews and tests. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** What the kind can be beside its usual form: a name, and what differs from the sample. */
  readonly forms: readonly (readonly [name: string, change: Readonly<Record<string, unknown>>])[];
}

/** Words of a kind in one language, as Liquid. What its mail says beside these is up to the kind. */
interface KindWords {
  readonly title: string;
  readonly message: string;
}

/** What the mails of a language have in common. */
export interface MailBasics {
  readonly locale: Locale;
  /** With the space that it has in front of it. */
  readonly colon: string;
  /** Opens a mail that is more than news. */
  readonly greeting: Block;
  /** The one thing to do. */
  readonly button: Block;
  /** How the company behind the words of a recruiter stands: that it has not shown who it is, or the domain that it has proven. */
  readonly company: readonly Block[];
}

export interface KindTextsDefinition<K extends Kind, Words extends KindWords> {
  readonly kind: K;
  /** English says which words there are. */
  readonly words: {
    readonly en: Words;
    readonly de: NoInfer<Words>;
    readonly fr: NoInfer<Words>;
    readonly es: NoInfer<Words>;
  };
  readonly mail: (words: NoInfer<Words>, basics: MailBasics) => ShippedMail;
  readonly why: ByLocale<string>;
  readonly group?: KindGroup;
  readonly mailExtras?: MailExtras;
  readonly sample: KindPayload<K>;
  readonly forms?: readonly (readonly [name: string, change: Partial<KindPayload<K>>])[];
}

/** Declares what a kind says; the languages and the mail are checked against each other by their types. */
export function kindTexts<const K extends Kind, Words extends KindWords>(
  definition: KindTextsDefinition<K, Words>,
): KindTexts {
  const { kind, words, mail, why, group = null, mailExtras = null, sample, forms = [] } = definition;
  const inbox = ({ title, message }: KindWords): InboxTemplate => ({ title, message });
  return {
    kind,
    inbox: {
      en: inbox(words.en),
      de: inbox(words.de),
      fr: inbox({ title: withFrenchSpaces(words.fr.title), message: withFrenchSpaces(words.fr.message) }),
      es: inbox(words.es),
    },
    mail(locale) {
      const said = mail(words[locale], basicsOf(locale));
      return locale === 'fr' ? mapWords(said, withFrenchSpaces) : said;
    },
    why,
    group,
    mailExtras,
    sample: { ...sample },
    forms,
  };
}

export const colons: ByLocale<string> = { en: ':', de: ':', fr: '\u00a0:', es: ':' };

/** Nobody is called by a name at an address that nobody has confirmed. */
const greetings: ByLocale<string> = {
  en: 'Hello{% if name != blank %} {{ name }}{% endif %},',
  de: 'Hallo{% if name != blank %} {{ name }}{% endif %},',
  fr: 'Bonjour{% if name != blank %} {{ name }}{% endif %},',
  es: 'Hola{% if name != blank %}, {{ name }}{% endif %}:',
};

function basicsOf(locale: Locale): MailBasics {
  const colon = colons[locale];
  return {
    locale,
    colon,
    greeting: paragraph(greetings[locale]),
    button: button(colon),
    company: [
      when('company_unverified', paragraph(unverifiedWarning[locale])),
      when('company_domain', soft(`{{ company_name }} · ${verifiedBy[locale]}{{ company_domain }}`)),
    ],
  };
}
