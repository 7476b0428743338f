import { type Kind, kinds } from '@rolecall/contract';
import { safeHeader } from '../../../mail/message/index.ts';
import type { Language } from '../../texts/index.ts';

/** Where to ask for no more mails of a category. */
export interface Unsubscribe {
  /** Page and one-click target. */
  readonly url: string;
  /** `mailto:` that asks for the same (RFC 2369); null: no mails come in. */
  readonly mailto: string | null;
}

/** What the headers of a mail depend on. */
export interface HeaderFacts {
  readonly kind: Kind;
  /** Domain of the sender. */
  readonly domain: string;
  /** How to get no more of it; null: the kind is mandatory. */
  readonly unsubscribe: Unsubscribe | null;
  /** Names of the lists in the language of the recipient. */
  readonly lists: Language['lists'];
}

/**
 * Headers beyond the usual ones: what kind of mail it is (RFC 3834, RFC 2919), how to get no more of it with one click
 * (RFC 8058), and a mark for the feedback of large providers, which names nobody.
 */
export function extraHeaders({ kind, domain, unsubscribe, lists }: HeaderFacts): Record<string, string> {
  const { category } = kinds[kind];
  const headers: Record<string, string> = {
    'Auto-Submitted': 'auto-generated',
    'Feedback-ID': `${kind}:${category}:rolecall:${domain.replaceAll(':', '.')}`,
    'List-Id': `${lists[category]} <${category}.rolecall.${domain}>`,
  };
  if (unsubscribe !== null) {
    const ways = [unsubscribe.url, ...(unsubscribe.mailto === null ? [] : [unsubscribe.mailto])];
    headers['List-Unsubscribe'] = ways.map((way) => `<${way}>`).join(', ');
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  for (const [name, value] of Object.entries(headers)) safeHeader(name, value);
  return headers;
}
