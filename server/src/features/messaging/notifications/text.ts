import { actionsOf, type Kind, kinds, type Locale, type NotificationAction } from '@rolecall/contract';
import { english } from './text.en.ts';
import type { GroupedKind, InboxText, Language } from './text.renderer.ts';

export type { InboxText } from './text.renderer.ts';

/** Languages that are written; the others read English until somebody writes theirs. */
const languages: Partial<Record<Locale, Language>> & { readonly en: Language } = { en: english };

const languageOf = (locale: Locale): Language => languages[locale] ?? languages.en;

/**
 * What the inbox, a toast and a push message say. It is made when it is read, so that it is in the reader's language
 * and a better sentence reaches old notifications too.
 *
 * @param payload as it is stored; one that does not fit its kind any more gets a plain sentence instead of an error,
 *   so that one odd row never closes an inbox
 */
export function renderInboxText(kind: Kind, payload: unknown, locale: Locale): InboxText {
  return languageOf(locale).texts[kind](payload) ?? { title: kinds[kind].description, message: '' };
}

/** The buttons of a notification with their labels, the main one first. */
export function renderActions(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  locale: Locale,
): NotificationAction[] {
  const { actions } = languageOf(locale);
  return actionsOf(kind, payload).map((target) => ({
    id: target.id,
    label: (target.id === 'open_link' ? labelOfLink(payload) : null) ?? actions[target.id],
    path: 'path' in target ? target.path : null,
    call: 'call' in target ? target.call : null,
  }));
}

/** Fields by which notifications of a kind belong together, the name that a reader knows last. */
const groupFields: Readonly<Record<GroupedKind, { readonly key: string; readonly name: string }>> = {
  job_alert: { key: 'company_name', name: 'company_name' },
  job_posted: { key: 'company_name', name: 'company_name' },
  application_received: { key: 'job_id', name: 'job_title' },
  chat_message: { key: 'conversation_id', name: 'from_name' },
};

/** The group that a notification belongs to; null: it stands alone. */
export function renderGroup(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  locale: Locale,
): { key: string; label: string } | null {
  if (!isGrouped(kind)) return null;
  const { key, name } = groupFields[kind];
  const [value, about] = [payload[key], payload[name]];
  if (typeof value !== 'string' || typeof about !== 'string') return null;
  return { key: `${kind}:${value}`, label: languageOf(locale).groups[kind](about) };
}

function isGrouped(kind: Kind): kind is GroupedKind {
  return Object.hasOwn(groupFields, kind);
}

function labelOfLink({ action }: Readonly<Record<string, unknown>>): string | null {
  const isNamed = typeof action === 'object' && action !== null && 'label' in action;
  return isNamed && typeof action.label === 'string' ? action.label : null;
}
