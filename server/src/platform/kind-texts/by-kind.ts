import { type Kind, kindNames } from '@rolecall/contract';
import type { KindTexts } from './kind-texts.ts';

/**
 * Finds what a kind says.
 * @throws when a kind has no texts, or has them twice: nobody should learn of that from an inbox that does not open
 */
export function textsByKind(all: readonly KindTexts[]): (kind: Kind) => KindTexts {
  const found = new Map<Kind, KindTexts>();
  for (const texts of all) {
    if (found.has(texts.kind)) throw new Error(`the kind ${texts.kind} has texts twice`);
    found.set(texts.kind, texts);
  }
  const without = kindNames.filter((kind) => !found.has(kind));
  if (without.length > 0) throw new Error(`these kinds have no texts: ${without.join(', ')}`);
  return (kind) => {
    const texts = found.get(kind);
    if (texts === undefined) throw new Error(`the kind ${kind} is not known`);
    return texts;
  };
}
