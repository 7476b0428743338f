import { type Kind, kinds, type Locale } from '@rolecall/contract';
import { english } from './text.en.ts';
import type { InboxText, Renderers } from './text.renderer.ts';

export type { InboxText } from './text.renderer.ts';

/** Languages that are written; the others read English until somebody writes theirs. */
const languages: Partial<Record<Locale, Renderers>> & { readonly en: Renderers } = { en: english };

/**
 * What the inbox, a toast and a push message say. It is made when it is read, so that it is in the reader's language
 * and a better sentence reaches old notifications too.
 *
 * @param payload as it is stored; one that does not fit its kind any more gets a plain sentence instead of an error,
 *   so that one odd row never closes an inbox
 */
export function renderInboxText(kind: Kind, payload: unknown, locale: Locale): InboxText {
  const renderers = languages[locale] ?? languages.en;
  return renderers[kind](payload) ?? { title: kinds[kind].description, message: '', action: null };
}
