import { actionsOf, type Kind, kinds, type Locale, type NotificationAction } from '@rolecall/contract';
import { toLine } from './clean.ts';
import { type CompiledTemplate, createTemplateCompiler, type InboxText, type MailText } from './compile.ts';
import type { GroupedKind, Language } from './language.ts';
import { languages } from './languages/index.ts';
import type { Reader } from './reader.ts';

/**
 * Says notifications in the language and the time zone of their reader. It is done when they are read, so that a better
 * sentence reaches old notifications too. Templates are parsed once, and nothing here waits for anything.
 */
export interface Texts {
  /**
   * @param payload as it is stored; one that does not fit its kind any more gets a plain sentence instead of an error,
   *   so that one odd row never closes an inbox
   */
  inbox(kind: Kind, payload: unknown, reader: Reader): InboxText;
  /**
   * What a mail says inside of its frame.
   * @param view the payload, with `title` and `message` as the inbox says them, `name` of the recipient,
   *   `action_url`, `action_label`, and `base_url` without a slash at its end
   * @throws when the view is none of this kind
   */
  mail(kind: Kind, view: Readonly<Record<string, unknown>>, reader: Reader): MailText;
  /** The buttons of a notification with their labels, the main one first. */
  actions(kind: Kind, payload: Readonly<Record<string, unknown>>, reader: Reader): NotificationAction[];
  /** The group that a notification belongs to; null: it stands alone. */
  group(
    kind: Kind,
    payload: Readonly<Record<string, unknown>>,
    reader: Reader,
  ): { key: string; label: string } | null;
  language(locale: Locale): Language;
}

const longestGroup = 300;

export function createTexts(): Texts {
  const compiler = createTemplateCompiler();
  const shippedInbox = whenNeeded((kind, locale) => compiler.inbox(languages[locale].inbox[kind]));
  const shippedMail = whenNeeded((kind, locale) => compiler.mail(languages[locale].mails[kind]));

  return {
    inbox(kind, stored, reader) {
      const payload = kinds[kind].payload.safeParse(stored);
      if (!payload.success) return { title: kinds[kind].description, message: '' };
      return shippedInbox(kind, reader.locale).render({ ...payload.data }, reader);
    },

    mail: (kind, view, reader) => shippedMail(kind, reader.locale).render(view, reader),

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
      if (!isGrouped(kind)) return null;
      const { key, name } = groupFields[kind];
      const [value, about] = [payload[key], payload[name]];
      if (typeof value !== 'string' || typeof about !== 'string') return null;
      return { key: `${kind}:${value}`, label: toLine(languages[locale].groups[kind](about), longestGroup) };
    },

    language: (locale) => languages[locale],
  };
}

/** What we ship is compiled when somebody first needs it: a command needs none of it. */
function whenNeeded<Text>(compile: (kind: Kind, locale: Locale) => CompiledTemplate<Text>) {
  const compiled = new Map<string, CompiledTemplate<Text>>();
  return (kind: Kind, locale: Locale): CompiledTemplate<Text> => {
    const key = `${kind} ${locale}`;
    const known = compiled.get(key) ?? compile(kind, locale);
    compiled.set(key, known);
    return known;
  };
}

/** Fields by which notifications of a kind belong together, the name that a reader knows last. */
const groupFields: Readonly<Record<GroupedKind, { readonly key: string; readonly name: string }>> = {
  job_alert: { key: 'company_name', name: 'company_name' },
  job_posted: { key: 'company_name', name: 'company_name' },
  application_received: { key: 'job_id', name: 'job_title' },
  chat_message: { key: 'conversation_id', name: 'from_name' },
};

function isGrouped(kind: Kind): kind is GroupedKind {
  return Object.hasOwn(groupFields, kind);
}

function labelOfLink({ action }: Readonly<Record<string, unknown>>): string | null {
  const isNamed = typeof action === 'object' && action !== null && 'label' in action;
  return isNamed && typeof action.label === 'string' ? action.label : null;
}
