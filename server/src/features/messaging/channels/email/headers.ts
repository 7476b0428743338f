import { type Kind, kinds } from '@rolecall/contract';
import { safeHeader } from '../../../mail/sending/index.ts';
import type { Language } from '../../texts/index.ts';

/** What the headers of a mail depend on. */
export interface HeaderFacts {
  readonly kind: Kind;
  /** Domain of the sender. */
  readonly domain: string;
  /** Address of the one-click unsubscription; null: the kind is mandatory and has none. */
  readonly unsubscribeUrl: string | null;
  /** Names of the lists in the language of the recipient. */
  readonly lists: Language['lists'];
}

/**
 * Headers beyond the usual ones: what kind of mail it is (RFC 3834, RFC 2919), how to get no more of it with one click
 * (RFC 8058), and a mark for the feedback of large providers, which names nobody.
 */
export function extraHeaders({ kind, domain, unsubscribeUrl, lists }: HeaderFacts): Record<string, string> {
  const { category } = kinds[kind];
  const headers: Record<string, string> = {
    'Auto-Submitted': 'auto-generated',
    'Feedback-ID': `${kind}:${category}:rolecall:${domain.replaceAll(':', '.')}`,
    'List-Id': `${lists[category]} <${category}.rolecall.${domain}>`,
  };
  if (unsubscribeUrl !== null) {
    headers['List-Unsubscribe'] = `<${unsubscribeUrl}>`;
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  for (const [name, value] of Object.entries(headers)) safeHeader(name, value);
  return headers;
}
