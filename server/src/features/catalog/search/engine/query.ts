import { readSearchWords, type SearchTerm } from '../words.ts';
import type { Collection } from './collection.ts';
import type { FindSynonyms } from './concepts.ts';
import { allFieldBits, headlineBits } from './fields.ts';
import { isIdle, type Language, languages } from './languages.ts';
import type { ParsedQuery, PhraseNode, QueryNode, Variant, WordNode } from './nodes.ts';
import { stem } from './stems.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fold, readWords } from './words.ts';

/** What 128 stands for as it is asked. */
const weights = {
  word: 128,
  form: 115,
  beginning: 100,
  part: 80,
  oneEdit: 90,
  twoEdits: 64,
  synonym: 90,
} as const;

/** Bounds of what one word may be widened to. */
const most = { forms: 40, beginnings: 48, parts: 24, typos: 6, visited: 2_000, words: 16 } as const;

/** 'innen', with a vowel that is taken off too. */
const longestEnding = 7;
const shortestPart = 5;
const shortestRest = 4;
/** A misspelt word of this length is found by one edit, one of the next by two. */
const shortestOneEdit = 4;
const shortestTwoEdits = 8;
/** A word that so few documents have may be misspelt, where one beside it is that much more usual. */
const rareFrequency = 3;
const muchMoreUsual = 20;

export interface QueryContext {
  readonly vocabulary: Vocabulary;
  readonly findSynonyms: FindSynonyms;
  /** Languages that the person reads. */
  readonly read: ReadonlySet<Language>;
}

/** What a search asks for, with every word widened to what answers it. */
export function parseQuery(text: string, context: QueryContext): ParsedQuery {
  const alternatives: (QueryNode | null)[] = [];
  const excluded: QueryNode[] = [];
  const corrections = new Map<string, string>();
  for (const terms of readSearchWords(text)) {
    const nodes: QueryNode[] = [];
    let plain: PlainWord[] = [];
    const endPlain = () => {
      nodes.push(...plainNodes(plain, context, corrections));
      plain = [];
    };
    for (const term of terms) {
      const node = special(term, context);
      if (term.excluded) {
        const without = node ?? exactNode(term, context);
        if (without !== null) excluded.push(without);
      } else if (node !== null) {
        endPlain();
        nodes.push(node);
      } else if (!isIdle(term.text, fold(term.text))) {
        plain.push({ text: term.text, folded: fold(term.text), unfinished: term.unfinished });
      }
    }
    endPlain();
    alternatives.push(groupOf('all', nodes));
  }
  const isOpen = alternatives.length === 0 || alternatives.every((node) => node === null);
  const correction = corrections.size === 0 ? null : corrected(text, corrections);
  const root = isOpen
    ? null
    : groupOf(
        'any',
        alternatives.filter((node) => node !== null),
      );
  return { root, excluded, correction };
}

interface PlainWord {
  readonly text: string;
  readonly folded: string;
  readonly unfinished: boolean;
}

function groupOf(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode | null {
  const [first] = nodes;
  if (first === undefined) return null;
  return nodes.length === 1 ? first : { kind, nodes };
}

function corrected(text: string, corrections: ReadonlyMap<string, string>): string {
  return text
    .split(' ')
    .map((word) => corrections.get(fold(word)) ?? word)
    .join(' ');
}

/** A phrase, or a word that is several: 'Node.js', 'UX/UI', what is written without spaces. Null: one plain word. */
function special(term: SearchTerm, context: QueryContext): QueryNode | null {
  const parts: string[] = [];
  const joined: string[] = [];
  readWords(term.text, {
    word: (raw) => {
      if (parts.length < most.words) parts.push(fold(raw));
    },
    joined: (raw) => joined.push(fold(raw)),
  });
  if (parts.length === 0) return { kind: 'word', asked: term.text, variants: [] };
  if (parts.length === 1 && parts[0] === fold(term.text))
    return term.phrase ? exactNode(term, context) : null;
  // A slash lists, whatever else binds.
  if (!term.phrase && term.text.includes('/')) {
    return groupOf(
      'all',
      parts.map((part) => wordNode(part, part, false, context)),
    );
  }
  if (parts.length === 1) return wordNode(parts[0] ?? '', term.text, false, context);
  const phrase = phraseNode(parts, term.text, weights.word, 'word', context);
  const variants = joined.flatMap((word) => exactVariants(word, context));
  if (term.phrase || variants.length === 0) return phrase;
  return { kind: 'any', nodes: [phrase, { kind: 'word', asked: term.text, variants }] };
}

function exactNode(term: SearchTerm, context: QueryContext): WordNode | null {
  const folded = fold(term.text);
  return folded === '' ? null : { kind: 'word', asked: term.text, variants: exactVariants(folded, context) };
}

/** The word itself and its forms. */
function exactVariants(word: string, context: QueryContext): Variant[] {
  const variants = new Map<number, Variant>();
  addForms(word, context.vocabulary, variants);
  return [...variants.values()];
}

function phraseNode(
  words: readonly string[],
  asked: string,
  weight: number,
  match: PhraseNode['match'],
  context: QueryContext,
): PhraseNode {
  const forms = words.map((word) => exactVariants(word, context).map(({ term }) => term));
  // Another name in a long text is often something else, and costs a look at every text.
  const fields = match === 'synonym' ? headlineBits : allFieldBits;
  return { kind: 'phrase', asked, words: forms, weight, match, fields };
}

/** Words in a row; several of them together may have another name. */
function plainNodes(
  words: readonly PlainWord[],
  context: QueryContext,
  corrections: Map<string, string>,
): QueryNode[] {
  const nodes: QueryNode[] = [];
  const own = words.map((word) => widened(word, context, corrections));
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let length = Math.min(4, words.length - at); length > 0 && taken === 0; length -= 1) {
      const span = words.slice(at, at + length);
      const synonyms = context.findSynonyms(
        span.map(({ folded }) => corrections.get(folded) ?? folded),
        context.read,
      );
      if (synonyms.length === 0) continue;
      taken = length;
      const asked = span.map(({ text }) => text).join(' ');
      const others = synonyms.flatMap((name) => synonymNode(name, asked, context));
      const all = groupOf('all', own.slice(at, at + length));
      const any = groupOf('any', all === null ? others : [all, ...others]);
      if (any !== null) nodes.push(any);
    }
    if (taken === 0) {
      nodes.push(...own.slice(at, at + 1));
      taken = 1;
    }
    at += taken;
  }
  return nodes;
}

/** Nothing where no document has all of its words. */
function synonymNode(words: readonly string[], asked: string, context: QueryContext): QueryNode[] {
  const [word] = words;
  if (words.length === 1 && word !== undefined) {
    // 'Nurses' is the same name, 'nursing' is not.
    const variants = exactVariants(word, context)
      .filter(({ term }) => context.vocabulary.textOf(term).startsWith(word))
      .map(({ term }): Variant => ({ term, weight: weights.synonym, kind: 'synonym' }));
    return variants.length === 0 ? [] : [{ kind: 'word', asked, variants }];
  }
  const phrase = phraseNode(words, asked, weights.synonym, 'synonym', context);
  const stands = (term: number) => context.vocabulary.headlineFrequency(term) > 0;
  return phrase.words.every((forms) => forms.some(stands)) ? [phrase] : [];
}

function widened(word: PlainWord, context: QueryContext, corrections: Map<string, string>): QueryNode {
  const node = wordNode(word.folded, word.text, word.unfinished, context);
  const [typo] = node.variants.filter(({ kind }) => kind === 'typo');
  if (typo !== undefined) corrections.set(word.folded, context.vocabulary.textOf(typo.term));
  if (node.variants.length > 0) return node;
  const halves = twoWords(word.folded, context);
  if (halves === null) return node;
  corrections.set(word.folded, halves.join(' '));
  return phraseNode(halves, word.text, weights.oneEdit, 'typo', context);
}

/** A word with all that answers it. */
function wordNode(word: string, asked: string, unfinished: boolean, context: QueryContext): WordNode {
  const { vocabulary } = context;
  const variants = new Map<number, Variant>();
  addForms(word, vocabulary, variants);
  if (unfinished) addBeginnings(word, vocabulary, variants);
  addParts(word, vocabulary, variants);
  addTypos(word, vocabulary, variants);
  return { kind: 'word', asked, variants: [...variants.values()] };
}

function addForms(word: string, vocabulary: Vocabulary, variants: Map<number, Variant>): void {
  const own = vocabulary.find(word);
  const isKnown = own !== undefined && vocabulary.frequency(own) > 0;
  if (isKnown) variants.set(own, { term: own, weight: weights.word, kind: 'word' });
  const told = isKnown ? vocabulary.languageOf(own) : languages.length;
  for (const [place, language] of languages.entries()) {
    // The forms of a word are those of its language: 'sala' is none of 'sales'.
    if (told !== languages.length && told !== place) continue;
    const base = stem(word, language);
    if (base.length < 3) continue;
    // Endings change the last letter of the stem: 'technology', 'technologies'.
    const beginning = base.slice(0, Math.max(3, base.length - 1));
    const found: number[] = [];
    vocabulary.eachForm(base, (term) => {
      if (variants.has(term) || vocabulary.frequency(term) === 0) return;
      // Of a word that nobody knows, 'engins' is no German form.
      const spoken = isKnown ? place : vocabulary.languageOf(term);
      if (spoken !== languages.length && spoken !== place) return;
      const text = vocabulary.textOf(term);
      if (text.length > base.length + longestEnding || !text.startsWith(beginning)) return;
      if (stem(text, language) === base) found.push(term);
    });
    for (const term of mostUsual(found, vocabulary, most.forms - variants.size)) {
      variants.set(term, { term, weight: weights.form, kind: 'form' });
    }
  }
}

/** The most usual words that begin so. */
function addBeginnings(word: string, vocabulary: Vocabulary, variants: Map<number, Variant>): void {
  const found: number[] = [];
  vocabulary.eachWithPrefix(word, most.visited, (term) => {
    if (!variants.has(term) && vocabulary.frequency(term) > 0) found.push(term);
  });
  for (const term of mostUsual(found, vocabulary, most.beginnings)) {
    variants.set(term, { term, weight: weights.beginning, kind: 'beginning' });
  }
}

const mostUsual = (terms: readonly number[], vocabulary: Vocabulary, limit: number): number[] =>
  terms
    .toSorted((one, other) => vocabulary.frequency(other) - vocabulary.frequency(one) || one - other)
    .slice(0, limit);

const germanPlace = languages.indexOf('de');
/** What a compound may have behind the word: 'Softwareentwicklerin'. */
const germanEndings = ['', 'in', 'innen', 'e', 'en', 'n', 's'] as const;

/** German compounds with the word at their end or beginning: 'Softwareentwickler' for 'Entwickler'. */
function addParts(word: string, vocabulary: Vocabulary, variants: Map<number, Variant>): void {
  if (word.length < shortestPart) return;
  const found = new Set<number>();
  const visit = (term: number) => {
    if (variants.has(term) || vocabulary.frequency(term) === 0) return;
    if (vocabulary.textOf(term).length < word.length + shortestRest) return;
    if (vocabulary.languageOf(term) === germanPlace) found.add(term);
  };
  const base = stem(word, 'de');
  for (const ending of germanEndings) vocabulary.eachWithSuffix(word + ending, most.visited, visit);
  if (base !== word && base.length >= shortestPart) vocabulary.eachWithSuffix(base, most.visited, visit);
  vocabulary.eachWithPrefix(word, most.visited, visit);
  for (const term of mostUsual([...found], vocabulary, most.parts)) {
    variants.set(term, { term, weight: weights.part, kind: 'part' });
  }
}

/** What was meant where the word is unknown, or so rare that it may be a slip itself. */
function addTypos(word: string, vocabulary: Vocabulary, variants: Map<number, Variant>): void {
  if (word.length < shortestOneEdit || /\d/.test(word)) return;
  let frequency = 0;
  for (const { term } of variants.values()) frequency += vocabulary.frequency(term);
  if (frequency > rareFrequency) return;
  const edits = word.length >= shortestTwoEdits ? 2 : 1;
  const rank = ({ term }: { readonly term: number }) =>
    vocabulary.headlineFrequency(term) * 4 + vocabulary.frequency(term);
  const found = vocabulary
    .similar(word, edits)
    .filter((one) => !variants.has(one.term))
    .filter((one) => frequency === 0 || rank(one) >= muchMoreUsual * frequency)
    .toSorted((one, other) => one.edits - other.edits || rank(other) - rank(one) || one.term - other.term);
  const [nearest] = found;
  for (const { term, edits: needed } of found.slice(0, most.typos)) {
    if (needed > (nearest?.edits ?? 0)) break;
    variants.set(term, { term, weight: needed === 1 ? weights.oneEdit : weights.twoEdits, kind: 'typo' });
  }
}

/** Two known words that were typed as one. */
function twoWords(word: string, { vocabulary }: QueryContext): string[] | null {
  let best: string[] | null = null;
  let most = 0;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    const frequencies = halves.map((half) => {
      const term = vocabulary.find(half);
      return term === undefined ? 0 : vocabulary.headlineFrequency(term);
    });
    const least = Math.min(...frequencies);
    if (least <= most) continue;
    most = least;
    best = halves;
  }
  return best;
}

/** What parsing needs to know of a collection. */
export const contextOf = (
  { vocabulary }: Collection,
  findSynonyms: FindSynonyms,
  read: ReadonlySet<Language>,
): QueryContext => ({ vocabulary, findSynonyms, read });
