import { allFieldBits } from './fields.ts';
import { languages as allLanguages, type Language } from './languages.ts';
import type { ParsedQuery, PhraseNode, QueryNode, Variant, WordNode } from './nodes.ts';
import {
  isStrictForm,
  readStrictExclusions,
  readStrictWords,
  type StrictUnit,
  strictPrefix,
} from './strict.ts';
import type { Vocabulary } from './vocabulary.ts';

const wholeWeight = 128;
const formWeight = 115;

/** What a search asks for in its strict reading, with the words of the documents that answer it: all, whatever their number. */
export function parseStrictQuery(
  text: string,
  withoutWords: readonly string[],
  vocabulary: Vocabulary,
  languages: ReadonlySet<Language>,
): ParsedQuery {
  const { alternatives, excluded } = readStrictWords(text);
  const nodeOf = (unit: StrictUnit): QueryNode => strictNode(unit, vocabulary, languages);
  const groups = alternatives?.map((units) => groupOf('all', units.map(nodeOf))) ?? null;
  return {
    root: groups === null ? null : groupOf('any', groups),
    excluded: [...excluded, ...readStrictExclusions(withoutWords)].map(nodeOf),
    correction: null,
  };
}

function groupOf(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode {
  const [first] = nodes;
  return nodes.length === 1 && first !== undefined ? first : { kind, nodes };
}

function strictNode(unit: StrictUnit, vocabulary: Vocabulary, languages: ReadonlySet<Language>): QueryNode {
  const word = (text: string): WordNode => ({
    kind: 'word',
    asked: text,
    variants: variantsOf(text, vocabulary, languages),
  });
  const phrase = (words: readonly string[]): PhraseNode => ({
    kind: 'phrase',
    asked: words.join(' '),
    words: words.map((text) => variantsOf(text, vocabulary, languages).map(({ term }) => term)),
    weight: wholeWeight,
    match: 'word',
    fields: allFieldBits,
  });
  switch (unit.kind) {
    case 'word':
      return word(unit.word);
    case 'phrase':
      return phrase(unit.words);
    case 'either':
      return { kind: 'any', nodes: [phrase(unit.words), ...unit.joined.map(word)] };
    case 'all':
      return groupOf('all', unit.words.map(word));
    case 'never':
      return { kind: 'word', asked: '', variants: [] };
  }
}

function variantsOf(asked: string, vocabulary: Vocabulary, languages: ReadonlySet<Language>): Variant[] {
  const variants = new Map<number, Variant>();
  const own = vocabulary.find(asked);
  if (own !== undefined && vocabulary.frequency(own) > 0) {
    variants.set(own, { term: own, weight: wholeWeight, kind: 'word' });
  }
  for (const language of allLanguages) {
    const prefix = languages.has(language) ? strictPrefix(asked, language) : null;
    if (prefix === null) continue;
    vocabulary.eachWithPrefix(prefix, Number.POSITIVE_INFINITY, (term) => {
      if (variants.has(term) || vocabulary.frequency(term) === 0) return;
      if (!isStrictForm(asked, vocabulary.textOf(term), new Set([language]))) return;
      variants.set(term, { term, weight: formWeight, kind: 'form' });
    });
  }
  return [...variants.values()];
}
