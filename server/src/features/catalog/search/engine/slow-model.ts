import type { Collection } from './collection.ts';
import { findSynonyms } from './concepts.ts';
import type { SearchDocument } from './document.ts';
import { rarityOf, wordsOf } from './evaluate.ts';
import { allFieldBits, type Field, fieldBits, impactFor, occurrenceWeight } from './fields.ts';
import { stopWordBits } from './languages.ts';
import type { QueryNode } from './nodes.ts';
import { contextOf, parseQuery } from './query.ts';
import type { SearchRequest } from './request.ts';
import { fold, readWords } from './words.ts';

/**
 * BM25F as a plain loop over all documents, for tests: no postings, no streams, no columns. Which words a search is widened to
 * it takes from the vocabulary of the collection.
 */
export function createSlowModel(documents: readonly SearchDocument[]) {
  const read = documents.map(readDocument);

  function frequencyOf(word: string): number {
    return read.filter(({ impacts }) => impacts.has(word)).length;
  }

  function scoreOf(node: QueryNode, at: number, textOf: (term: number) => string): number {
    const document = read[at];
    if (document === undefined) return 0;
    switch (node.kind) {
      case 'word': {
        const frequency = node.variants.reduce((sum, { term }) => sum + frequencyOf(textOf(term)), 0);
        const impacts = node.variants.map(({ term, weight }) => {
          const word = textOf(term);
          const isThere = ((document.fields.get(word) ?? 0) & (node.fields ?? allFieldBits)) !== 0;
          const impact = isThere ? (document.impacts.get(word) ?? 0) : 0;
          return impact === 0 ? 0 : Math.max(1, Math.floor((impact * weight) / 128));
        });
        return Math.max(0, ...impacts) * rarityOf(frequency, documents.length);
      }
      case 'phrase': {
        const sets = node.words.map((forms) => new Set(forms.map(textOf)));
        const stands = document.sequences.some(
          ({ field, words: sequence }) =>
            (node.fields & fieldBits[field]) !== 0 &&
            sequence.some((_, begin) => sets.every((set, place) => set.has(sequence[begin + place] ?? ''))),
        );
        if (!stands) return 0;
        const scores = wordsOf(node).map((word) => scoreOf(word, at, textOf));
        if (scores.includes(0)) return 0;
        return Math.max(1, Math.floor((scores.reduce((sum, score) => sum + score, 0) * node.weight) / 128));
      }
      case 'all': {
        const scores = node.nodes.map((each) => scoreOf(each, at, textOf));
        return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
      }
      case 'any':
        return Math.max(0, ...node.nodes.map((each) => scoreOf(each, at, textOf)));
    }
  }

  return {
    search(request: SearchRequest, collection: Collection) {
      const textOf = (term: number) => collection.vocabulary.textOf(term);
      const query = parseQuery(
        request.words ?? '',
        contextOf(collection, findSynonyms, new Set(request.read)),
      );
      const found = documents.flatMap((document, at) => {
        const score = query.root === null ? 0 : scoreOf(query.root, at, textOf);
        if (query.root !== null && score === 0) return [];
        if (query.excluded.some((node) => scoreOf(node, at, textOf) > 0)) return [];
        if (request.publishedSince !== null && document.publishedAt < request.publishedSince) return [];
        if (request.pay !== null && (document.payAnnual ?? -1) < request.pay.annual) return [];
        return [{ document, score, failed: failuresOf(request, document) }];
      });
      const ranks = { relevance: 'score', newest: null, pay: 'pay', distance: null } as const;
      const rankOf = (hit: (typeof found)[number]) => {
        const by = ranks[request.order];
        return by === 'score' ? hit.score : by === 'pay' ? (hit.document.payAnnual ?? 0) : 0;
      };
      const ranked = found
        .filter(({ failed }) => failed.length === 0)
        .map((hit) => ({ id: hit.document.id, rank: rankOf(hit), at: hit.document.publishedAt }))
        .toSorted((one, other) => other.rank - one.rank || other.at - one.at || (one.id < other.id ? 1 : -1))
        .map(({ id, rank }) => ({ id, rank }));
      const facet = (
        name: string,
        valuesOf: (document: SearchDocument) => readonly (readonly [string, string])[],
      ) => {
        const counts = new Map<string, { value: string; label: string; count: number }>();
        for (const { document, failed } of found) {
          if (failed.some((each) => each !== name)) continue;
          for (const [value, label] of valuesOf(document)) {
            const known = counts.get(value);
            const first = known !== undefined && known.label < label ? known.label : label;
            counts.set(value, { value, label: first, count: (known?.count ?? 0) + 1 });
          }
        }
        return [...counts.values()].toSorted(
          (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
        );
      };
      const same = (values: readonly string[]) => values.map((value) => [value, value] as const);
      return {
        ranked,
        facets: {
          workplace: facet('workplace', ({ workplaces }) => same(workplaces)),
          employment_type: facet('employment_type', ({ employmentTypes }) => same(employmentTypes)),
          seniority: facet('seniority', ({ seniorities }) => same(seniorities)),
          company: facet('company', ({ companyId, company }) => [[companyId, company]]),
          place: facet('place', ({ places }) => same(places)),
        },
      };
    },
  };
}

function failuresOf(request: SearchRequest, document: SearchDocument): string[] {
  const fails = <Value>(wanted: readonly Value[], values: readonly Value[]) =>
    wanted.length > 0 && !values.some((value) => wanted.includes(value));
  const failed: string[] = [];
  if (fails(request.workplaces, document.workplaces)) failed.push('workplace');
  if (fails(request.employmentTypes, document.employmentTypes)) failed.push('employment_type');
  if (fails(request.seniorities, document.seniorities)) failed.push('seniority');
  if (fails(request.companyIds, [document.companyId])) failed.push('company');
  return failed;
}

function readDocument(document: SearchDocument) {
  const weights = new Map<string, number>();
  const found = new Map<string, number>();
  const sequences: { readonly field: Field; readonly words: readonly string[] }[] = [];
  const fields: readonly (readonly [Field, readonly string[]])[] = [
    ['title', [document.title]],
    ['company', [document.company]],
    ['skills', document.skills],
    ['text', [document.text]],
  ];
  for (const [field, texts] of fields) {
    const occurrences: string[] = [];
    const bound: string[] = [];
    let length = 0;
    for (const text of texts) {
      const sequence: string[] = [];
      readWords(text, {
        word(raw) {
          const word = fold(raw);
          sequence.push(word);
          const isCapital = raw.length > 1 && raw === raw.toUpperCase();
          if (field === 'text' && stopWordBits.has(word) && !isCapital) return;
          occurrences.push(word);
        },
        joined: (raw) => bound.push(fold(raw)),
      });
      length += sequence.length;
      sequences.push({ field, words: sequence });
    }
    const weight = occurrenceWeight(field, length);
    for (const word of [...occurrences, ...bound]) {
      weights.set(word, Math.fround((weights.get(word) ?? 0) + weight));
      found.set(word, (found.get(word) ?? 0) | fieldBits[field]);
    }
  }
  const impacts = new Map([...weights].map(([word, weight]) => [word, impactFor(weight)]));
  return { impacts, fields: found, sequences };
}
