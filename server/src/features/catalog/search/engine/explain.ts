import type { Collection } from './collection.ts';
import { wordsOf } from './evaluate.ts';
import { allFieldBits, type Field, fieldBits } from './fields.ts';
import { weighed } from './hits.ts';
import type { MatchKind, QueryNode, Variant, WordNode } from './nodes.ts';
import { fieldsOf, impactOf } from './postings.ts';

/** Why a document was found: a word of the search, what answers it, how, and where. */
export interface Reason {
  readonly asked: string;
  readonly found: string;
  readonly match: MatchKind;
  readonly fields: readonly Field[];
}

/** A search has few words; a phrase of synonyms may have more. */
const mostReasons = 16;

/** Why each of some documents answers a search, word by word. Empty: it does not. */
export function explainAll(
  collection: Collection,
  node: QueryNode,
  documents: readonly number[],
): (readonly Reason[])[] {
  // Postings are walked through in their order, once for all documents.
  const ascending = documents.toSorted((one, other) => one - other);
  const reasons = reasonsOf(collection, node, ascending);
  const byDocument = new Map(ascending.map((document, at) => [document, reasons[at] ?? []]));
  return documents.map((document) => (byDocument.get(document) ?? []).slice(0, mostReasons));
}

/** Null where a document does not answer the node. */
type Reasons = (readonly Reason[] | null)[];

function reasonsOf(collection: Collection, node: QueryNode, documents: readonly number[]): Reasons {
  switch (node.kind) {
    case 'word':
      return explainWord(collection, node, documents).map((best) =>
        best === null
          ? null
          : [
              {
                asked: node.asked,
                found: collection.vocabulary.textOf(best.variant.term),
                match: best.variant.kind,
                fields: namesOf(best.fields),
              },
            ],
      );
    case 'phrase': {
      const words = wordsOf(node).map((word) => explainWord(collection, word, documents));
      return documents.map((_, at) => {
        const own = words.map((answers) => answers[at] ?? null);
        if (own.some((word) => word === null)) return null;
        const fields = own.reduce((bits, word) => bits & (word?.fields ?? 0), allFieldBits);
        const found = own.map((word) => collection.vocabulary.textOf(word?.variant.term ?? 0)).join(' ');
        const names = namesOf(fields === 0 ? allFieldBits : fields);
        return [{ asked: node.asked, found, match: node.match, fields: names }];
      });
    }
    case 'all': {
      const parts = node.nodes.map((each) => reasonsOf(collection, each, documents));
      return documents.map((_, at) => {
        const own = parts.map((part) => part[at] ?? null);
        return own.includes(null) ? null : own.flatMap((reasons) => reasons ?? []);
      });
    }
    case 'any': {
      const found: Reasons = documents.map(() => null);
      for (const each of node.nodes) {
        const open = documents.flatMap((_, at) => (found[at] === null ? [at] : []));
        if (open.length === 0) break;
        const own = reasonsOf(
          collection,
          each,
          open.map((at) => documents[at] ?? 0),
        );
        for (const [place, at] of open.entries()) found[at] = own[place] ?? null;
      }
      return found;
    }
  }
}

interface Answer {
  readonly variant: Variant;
  readonly fields: number;
  readonly impact: number;
}

/** Where and how documents answer a word: its fields, and the variant that counts, of equal ones the first. */
function explainWord(
  { postings }: Collection,
  node: WordNode,
  documents: readonly number[],
): (Answer | null)[] {
  const wanted = (node.fields ?? allFieldBits) << 7;
  const best: (Answer | null)[] = documents.map(() => null);
  for (const variant of node.variants) {
    const cursor = postings.cursor(variant.term);
    for (const [at, document] of documents.entries()) {
      const posting = cursor.seek(document);
      if ((posting & wanted) === 0) continue;
      const impact = weighed(impactOf(posting), variant.weight);
      if (impact > (best[at]?.impact ?? 0)) best[at] = { variant, fields: fieldsOf(posting), impact };
    }
  }
  return best;
}

const fieldNames: readonly Field[] = ['title', 'company', 'skills', 'text'];

const namesOf = (bits: number): Field[] => fieldNames.filter((field) => (bits & fieldBits[field]) !== 0);
