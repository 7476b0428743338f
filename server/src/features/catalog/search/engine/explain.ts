import { type Collection, type Field, fieldBits } from './collection.ts';
import { explainWord, wordsOf } from './evaluate.ts';
import type { MatchKind, QueryNode } from './nodes.ts';

/** Why a document was found: a word of the search, what answers it, how, and where. */
export interface Reason {
  readonly asked: string;
  readonly found: string;
  readonly match: MatchKind;
  readonly fields: readonly Field[];
}

/** A search has few words; a phrase of synonyms may have more. */
const mostReasons = 16;

/** Why a document answers a search, word by word. Empty: it does not. */
export function explain(collection: Collection, node: QueryNode, document: number): Reason[] {
  return (reasonsOf(collection, node, document) ?? []).slice(0, mostReasons);
}

function reasonsOf(collection: Collection, node: QueryNode, document: number): Reason[] | null {
  switch (node.kind) {
    case 'word': {
      const best = explainWord(collection, node, document);
      if (best === null) return null;
      const found = collection.vocabulary.textOf(best.variant.term);
      return [{ asked: node.asked, found, match: best.variant.kind, fields: namesOf(best.fields) }];
    }
    case 'phrase': {
      const words = wordsOf(node).map((word) => explainWord(collection, word, document));
      if (words.some((word) => word === null)) return null;
      const fields = words.reduce((bits, word) => bits & (word?.fields ?? 0), 15);
      const found = words.map((word) => collection.vocabulary.textOf(word?.variant.term ?? 0)).join(' ');
      return [{ asked: node.asked, found, match: node.match, fields: namesOf(fields === 0 ? 15 : fields) }];
    }
    case 'all': {
      const reasons: Reason[] = [];
      for (const each of node.nodes) {
        const own = reasonsOf(collection, each, document);
        if (own === null) return null;
        reasons.push(...own);
      }
      return reasons;
    }
    case 'any': {
      for (const each of node.nodes) {
        const own = reasonsOf(collection, each, document);
        if (own !== null) return own;
      }
      return null;
    }
  }
}

const fieldNames: readonly Field[] = ['title', 'company', 'skills', 'text'];

const namesOf = (bits: number): Field[] => fieldNames.filter((field) => (bits & fieldBits[field]) !== 0);
