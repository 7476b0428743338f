import { actionsOf, type Kind, kinds, type Locale, type NotificationAction } from '@rolecall/contract';
import {
  type InboxTemplate,
  type KindTexts,
  type MailTemplate,
  textsByKind,
} from '../../../platform/kind-texts/index.ts';
import {
  type CompiledTemplate,
  createTemplateCompiler,
  type HtmlMail,
  type InboxText,
  type MailText,
  toLine,
} from './engine/index.ts';
import { type Language, languages, type TextRecipient } from './language/index.ts';
import { type CompiledMjml, isMjml, shippedHtml } from './layout/index.ts';

/**
 * Says notifications in the language and the time zone of their recipient. It is done when they are read, so that a better
 * sentence reaches old notifications too. Templates are parsed once, and nothing here waits for anything.
 */
export interface Texts {
  /**
   * @param payload as it is stored; one that does not fit its kind any more gets a plain sentence instead of an error,
   *   so that one odd row never closes an inbox
   */
  inbox(kind: Kind, payload: unknown, recipient: TextRecipient): InboxText;
  /**
   * What a mail says inside of its frame.
   * @param view the payload, with `title` and `message` as the inbox says them, `name` of the recipient,
   *   `action_url`, `action_label`, and `base_url` without a slash at its end
   * @throws when the view is none of this kind
   */
  mail(
    kind: Kind,
    view: Readonly<Record<string, unknown>>,
    recipient: TextRecipient,
  ): MailText & {
    /** Of the published template that said it; null: the shipped one. */
    readonly templateVersion: number | null;
  };
  /** The buttons of a notification with their labels, the main one first. */
  actions(
    kind: Kind,
    payload: Readonly<Record<string, unknown>>,
    recipient: TextRecipient,
  ): NotificationAction[];
  /** The group that a notification belongs to; null: it stands alone. */
  group(
    kind: Kind,
    payload: Readonly<Record<string, unknown>>,
    recipient: TextRecipient,
  ): { key: string; label: string } | null;
  language(locale: Locale): Language;
  /** What is said of a kind as long as nothing else is published. */
  shipped(kind: Kind): KindTexts;
  /**
   * From now on these are said instead of what is shipped; all that were before are forgotten. One that cannot be
   * used, now or when it is filled in, is reported once, and the shipped text is said in its place.
   */
  usePublished(templates: readonly PublishedTemplate[]): void;
}

/** A text that has been written for this instance. */
export type PublishedTemplate = {
  /** Of this very version. */
  readonly id: string;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly version: number;
} & (
  | { readonly channel: 'inbox'; readonly content: InboxTemplate }
  | {
      readonly channel: 'email';
      readonly content: MailTemplate;
      /** Of its MJML; null: it is plain HTML. */
      readonly compiled: CompiledMjml | null;
    }
);

/** Told of a published template that cannot be used, once for each. */
export type BrokenTemplateReport = (template: PublishedTemplate, error: unknown) => void;

const longestGroup = 300;

export interface TextsDependencies {
  /** Of every kind. */
  readonly kinds: readonly KindTexts[];
  readonly onBroken?: BrokenTemplateReport | undefined;
}

export function createTexts({ kinds: allTexts, onBroken = () => {} }: TextsDependencies): Texts {
  const shipped = textsByKind(allTexts);
  const compiler = createTemplateCompiler();
  let publishedInbox: Published<InboxText> = new Map();
  let publishedMail: Published<MailText> = new Map();
  const shippedInbox = whenNeeded((kind, locale) => compiler.inbox(shipped(kind).inbox[locale]));
  const shippedMail = whenNeeded((kind, locale) => {
    const mail = shipped(kind).mail(locale);
    return compiler.mail({ ...mail, html: shippedHtml().bodyOf(mail), styles: '' });
  });

  return {
    inbox(kind, stored, recipient) {
      const payload = kinds[kind].payload.safeParse(stored);
      if (!payload.success) return { title: kinds[kind].description, message: '' };
      return sayWith(publishedInbox, shippedInbox, kind, { ...payload.data }, recipient).text;
    },

    mail(kind, view, recipient) {
      const { text, version } = sayWith(publishedMail, shippedMail, kind, view, recipient);
      return { ...text, templateVersion: version };
    },

    actions(kind, payload, { locale }) {
      const { actions } = languages[locale];
      return actionsOf(kind, payload).map((target) => ({
        id: target.id,
        label: (target.id === 'open_link' ? labelOfLink(payload) : null) ?? actions[target.id],
        path: 'path' in target ? target.path : null,
        call: 'call' in target ? target.call : null,
      }));
    },

    group(kind, payload, { locale }) {
      const { group } = shipped(kind);
      if (group === null) return null;
      const [value, name] = [payload[group.key], payload[group.name]];
      if (typeof value !== 'string' || typeof name !== 'string') return null;
      return { key: `${kind}:${value}`, label: toLine(group.label[locale](name), longestGroup) };
    },

    language: (locale) => languages[locale],
    shipped,

    usePublished(templates) {
      const [inbox, mail]: [Published<InboxText>, Published<MailText>] = [new Map(), new Map()];
      for (const template of templates) {
        const report = once((error) => onBroken(template, error));
        const key = keyOf(template.kind, template.locale);
        const { version } = template;
        try {
          if (template.channel === 'inbox') {
            inbox.set(key, { ...compiler.inbox(template.content), report, version });
          } else {
            mail.set(key, { ...compiler.mail(htmlMailOf(template)), report, version });
          }
        } catch (error) {
          report(error);
        }
      }
      publishedInbox = inbox;
      publishedMail = mail;
    },
  };
}

type Published<Text> = Map<
  string,
  CompiledTemplate<Text> & { readonly report: (error: unknown) => void; readonly version: number }
>;
type Shipped<Text> = (kind: Kind, locale: Locale) => CompiledTemplate<Text>;

const keyOf = (kind: Kind, locale: Locale) => `${kind} ${locale}`;

function sayWith<Text>(
  published: Published<Text>,
  shipped: Shipped<Text>,
  kind: Kind,
  view: Readonly<Record<string, unknown>>,
  recipient: TextRecipient,
): { readonly text: Text; readonly version: number | null } {
  const own = published.get(keyOf(kind, recipient.locale));
  if (own !== undefined) {
    try {
      return { text: own.render(view, recipient), version: own.version };
    } catch (error) {
      own.report(error);
    }
  }
  return { text: shipped(kind, recipient.locale).render(view, recipient), version: null };
}

/** A mail of an operator, with its MJML as it was compiled when it was saved. */
function htmlMailOf({
  content,
  compiled,
}: Pick<Extract<PublishedTemplate, { channel: 'email' }>, 'content' | 'compiled'>): HtmlMail {
  if (compiled !== null) return { ...content, html: compiled.html, styles: compiled.styles };
  if (isMjml(content.html)) throw new Error('its MJML has not been compiled');
  return { ...content, html: shippedHtml().around(content.html), styles: '' };
}

function once(report: (error: unknown) => void): (error: unknown) => void {
  let reported = false;
  return (error) => {
    if (!reported) report(error);
    reported = true;
  };
}

/** What we ship is compiled when somebody first needs it: a command needs none of it. */
function whenNeeded<Text>(compile: Shipped<Text>): Shipped<Text> {
  const compiled = new Map<string, CompiledTemplate<Text>>();
  return (kind, locale) => {
    const key = keyOf(kind, locale);
    const known = compiled.get(key) ?? compile(kind, locale);
    compiled.set(key, known);
    return known;
  };
}

function labelOfLink({ action }: Readonly<Record<string, unknown>>): string | null {
  const isNamed = typeof action === 'object' && action !== null && 'label' in action;
  return isNamed && typeof action.label === 'string' ? action.label : null;
}
