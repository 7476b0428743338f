import {
  type ColumnParts,
  copyRow,
  createNames,
  type Names,
  noColumns,
  reserveColumns,
  traitsOf,
} from './columns.ts';
import type { SearchDocument } from './document.ts';
import { bytes, floats, grown, words32 } from './growing.ts';
import { languageOf, languages } from './languages.ts';
import { createPlaces, type Places } from './places.ts';
import { createPostings, fieldsOf, mostDocuments, type PostingParts, type Postings } from './postings.ts';
import { createStreams, extrasTerm, firstTerm, gapTerm, type StreamParts, type Streams } from './streams.ts';
import { createVocabulary, type Vocabulary, type VocabularyParts } from './vocabulary.ts';
import { fold, readWords } from './words.ts';

/** The fields of a document by their bits in a posting. */
export const fieldBits = { title: 1, company: 2, skills: 4, text: 8 } as const;
export const headlineBits = fieldBits.title | fieldBits.company | fieldBits.skills;
export const allFieldBits = headlineBits | fieldBits.text;

/**
 * How BM25F weighs a field. The lengths are fixed and not those of the collection, so that no document changes how others
 * are found, and an index that grew is the same as one that was made anew.
 */
const fieldWeights = {
  title: { weight: 8, usualLength: 4, lengthShare: 0.5 },
  company: { weight: 4, usualLength: 2, lengthShare: 0.2 },
  skills: { weight: 4, usualLength: 8, lengthShare: 0.3 },
  text: { weight: 1, usualLength: 300, lengthShare: 0.5 },
} as const;
export type Field = keyof typeof fieldWeights;
const saturation = 1.2;

/** What one occurrence in a field of this length weighs. */
export function occurrenceWeight(field: Field, length: number): number {
  const { weight, usualLength, lengthShare } = fieldWeights[field];
  return weight / (1 - lengthShare + (lengthShare * length) / usualLength);
}

/** Long texts repeat themselves; what is behind so many characters is not searched. */
const mostCharacters = { title: 400, company: 200, skills: 4_000, text: 20_000 } as const;

/** All documents, which can be added, changed and removed at any time. */
export interface Collection {
  readonly columns: ColumnParts;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly streams: Streams;
  readonly places: Places;
  readonly titles: Names;
  readonly companies: Names;
  readonly currencies: Names;
  readonly sources: Names;
  readonly skills: Names;
  /** The masks that documents have, by the numbers in the column. */
  readonly traitMasks: number[];
  /** Numbers of documents are below it. */
  readonly size: number;
  /** How many documents there are. */
  readonly live: number;
  /**
   * Adds a document, or puts it in the place of the one that the vacancy has.
   * @returns other vacancies that had one of its postings: they are gone, and have to be put anew
   */
  put(document: SearchDocument): string[];
  remove(vacancy: string): void;
  /** The document of a vacancy, or of one of its postings. */
  find(id: string): number | undefined;
  revisionOf(vacancy: string): number | undefined;
  /** Vacancies of all documents. */
  vacancies(): string[];
}

export interface CollectionParts {
  columns: ColumnParts;
  vocabulary: VocabularyParts;
  postings: PostingParts;
  streams: StreamParts;
  places: readonly string[];
  titles: string[];
  companies: string[];
  currencies: string[];
  sources: string[];
  skills: string[];
  traitMasks: number[];
  size: number;
}

/** Removed documents are swept out when they are this many and this share of all. */
const leastSwept = 2_000;
const sweptShare = 0.25;

export function createCollection(from?: CollectionParts): Collection {
  let columns = from?.columns ?? noColumns();
  let postings = createPostings(from?.postings);
  let streams = createStreams(from?.streams);
  const vocabulary = createVocabulary(from?.vocabulary);
  const places = createPlaces(from?.places);
  const titles = createNames(from?.titles);
  const companies = createNames(from?.companies);
  const currencies = createNames(from?.currencies ?? ['']);
  const sources = createNames(from?.sources ?? ['']);
  const skills = createNames(from?.skills);
  const traitMasks = from?.traitMasks ?? [];
  const traitNumbers = new Map(traitMasks.map((mask, number) => [mask, number]));
  /** Postings and vacancies to documents. */
  const numbers = new Map<string, number>();
  let size = from?.size ?? 0;
  let live = 0;

  const enter = (document: number) => {
    for (const id of idsOf(columns, document)) numbers.set(id, document);
    numbers.set(columns.vacancies[document] ?? '', document);
  };
  for (let document = 0; document < size; document += 1) {
    if (columns.isLive[document] !== 1) continue;
    live += 1;
    enter(document);
  }

  const reader = createReader(vocabulary);

  function removeDocument(document: number): void {
    if (columns.isLive[document] !== 1) return;
    columns.isLive[document] = 0;
    live -= 1;
    for (const id of [...idsOf(columns, document), columns.vacancies[document] ?? '']) {
      if (numbers.get(id) === document) numbers.delete(id);
    }
    reader.forget(postings, streams, document, columns.language[document] ?? languages.length);
  }

  function sweep(): void {
    const numberOf = new Int32Array(size).fill(-1);
    const fresh = noColumns();
    reserveColumns(fresh, live);
    let next = 0;
    for (let document = 0; document < size; document += 1) {
      if (columns.isLive[document] !== 1) continue;
      numberOf[document] = next;
      copyRow(columns, document, fresh, next);
      next += 1;
    }
    postings = postings.compacted(vocabulary.size, numberOf);
    streams = streams.compacted(size, numberOf);
    columns = fresh;
    size = next;
    numbers.clear();
    for (let document = 0; document < size; document += 1) enter(document);
  }

  return {
    vocabulary,
    places,
    titles,
    companies,
    currencies,
    sources,
    skills,
    traitMasks,
    get columns() {
      return columns;
    },
    get postings() {
      return postings;
    },
    get streams() {
      return streams;
    },
    get size() {
      return size;
    },
    get live() {
      return live;
    },

    put(document) {
      const displaced: string[] = [];
      for (const id of [document.vacancy, ...document.ids]) {
        const known = numbers.get(id);
        if (known === undefined) continue;
        const vacancy = columns.vacancies[known] ?? '';
        if (vacancy !== document.vacancy) displaced.push(vacancy);
        removeDocument(known);
      }
      if (size - live > Math.max(leastSwept, live * sweptShare)) sweep();
      if (size >= mostDocuments) throw new Error('the search index has no room for more documents');
      const number = size;
      size += 1;
      live += 1;
      reserveColumns(columns, size);
      const mask = traitsOf(document);
      let trait = traitNumbers.get(mask);
      if (trait === undefined) {
        trait = traitMasks.length;
        traitMasks.push(mask);
        traitNumbers.set(mask, trait);
      }
      for (const skill of document.skills) skills.intern(skill);
      columns.isLive[number] = 1;
      columns.published[number] = document.publishedAt;
      columns.payAnnual[number] = document.payAnnual ?? -1;
      columns.payCurrency[number] = currencies.intern(document.payCurrency ?? '');
      columns.company[number] = companies.intern(`${document.companyId} ${document.company}`);
      columns.title[number] = titles.intern(document.title);
      columns.places[number] = places.intern(document.places, document.workplaces.includes('remote'));
      columns.traits[number] = trait;
      columns.sources[number] = sources.intern(document.sourceIds.join(' '));
      columns.revisions[number] = document.revision;
      columns.ids[number] = document.id;
      columns.vacancies[number] = document.vacancy;
      const others = document.ids.filter((id) => id !== document.id);
      if (others.length > 0) columns.otherIds.set(number, others);
      columns.language[number] = reader.add(postings, streams, number, document);
      enter(number);
      return displaced;
    },

    remove(vacancy) {
      const document = numbers.get(vacancy);
      if (document !== undefined && columns.vacancies[document] === vacancy) removeDocument(document);
    },

    find: (id) => numbers.get(id),

    revisionOf(vacancy) {
      const document = numbers.get(vacancy);
      return document !== undefined && columns.vacancies[document] === vacancy
        ? columns.revisions[document]
        : undefined;
    },

    vacancies: () => columns.vacancies.filter((_, document) => columns.isLive[document] === 1),
  };
}

/** All postings of a document, the one that stands for it first. */
const idsOf = (columns: ColumnParts, document: number): readonly string[] => [
  columns.ids[document] ?? '',
  ...(columns.otherIds.get(document) ?? []),
];

export const partsOf = (collection: Collection): CollectionParts => ({
  columns: collection.columns,
  vocabulary: collection.vocabulary.parts,
  postings: collection.postings.parts,
  streams: collection.streams.parts,
  places: collection.places.keys,
  titles: collection.titles.texts,
  companies: collection.companies.texts,
  currencies: collection.currencies.texts,
  sources: collection.sources.texts,
  skills: collection.skills.texts,
  traitMasks: collection.traitMasks,
  size: collection.size,
});

/** Spellings that were seen are looked up by themselves; there are many more of them than of words. */
const mostRemembered = 400_000;

/** Takes documents apart, and counts what they have. Its memory is used again for the next one. */
function createReader(vocabulary: Vocabulary) {
  const remembered = new Map<string, number>();
  let stream = new Uint32Array(4_096);
  let length = 0;
  let weights = new Float32Array(0);
  let fields = new Uint8Array(0);
  let touched: number[] = [];
  let joined: number[] = [];
  const evidence = new Int32Array(languages.length);

  function termOf(raw: string): number | undefined {
    const known = remembered.get(raw);
    if (known !== undefined) return known;
    const folded = fold(raw);
    if (folded === '') return undefined;
    const term = vocabulary.intern(folded);
    if (term === undefined) return undefined;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(raw, term);
    return term;
  }

  function push(term: number): void {
    stream = grown(stream, length + 1, words32);
    stream[length] = term;
    length += 1;
  }

  function weigh(term: number, weight: number, bit: number): void {
    if (term >= weights.length) {
      weights = grown(weights, term + 1, floats);
      fields = grown(fields, term + 1, bytes);
    }
    if (fields[term] === 0) touched.push(term);
    weights[term] = (weights[term] ?? 0) + weight;
    fields[term] = (fields[term] ?? 0) | bit;
  }

  function read(field: Field, texts: readonly string[]): void {
    const begin = length;
    const bit = fieldBits[field];
    const own: number[] = [];
    const counted: number[] = [];
    let left: number = mostCharacters[field];
    for (const text of texts) {
      const part = text.slice(0, left);
      left -= part.length;
      readWords(part, {
        word(raw) {
          const term = termOf(raw);
          if (term === undefined) return;
          push(term);
          const stops = field === 'text' ? vocabulary.stopBits(term) : 0;
          if (stops !== 0) {
            for (let place = 0; place < languages.length; place += 1) {
              if ((stops & (1 << place)) !== 0) evidence[place] = (evidence[place] ?? 0) + 1;
            }
            // In a text only a name in capitals counts: 'IT'.
            if (raw.length < 2 || raw !== raw.toUpperCase()) return;
          }
          counted.push(term);
        },
        joined(raw) {
          const term = termOf(raw);
          if (term !== undefined) own.push(term);
        },
      });
      push(gapTerm);
    }
    const weight = occurrenceWeight(field, length - begin - texts.length);
    for (const term of counted) weigh(term, weight, bit);
    for (const term of own) {
      weigh(term, weight, bit);
      joined.push(term);
    }
  }

  return {
    /** @returns the place of its language */
    add(postings: Postings, streams: Streams, number: number, document: SearchDocument): number {
      length = 0;
      joined = [];
      evidence.fill(0);
      read('title', [document.title]);
      read('company', [document.company]);
      read('skills', document.skills);
      read('text', [document.text]);
      push(extrasTerm);
      for (const term of joined) push(term);
      const language = languageOf(evidence);
      for (const term of touched) {
        const weight = weights[term] ?? 0;
        const bits = fields[term] ?? 0;
        postings.add(term, number, bits, impactFor(weight));
        vocabulary.count(term, 1, language, (bits & headlineBits) !== 0);
        weights[term] = 0;
        fields[term] = 0;
      }
      touched = [];
      streams.add(number, stream, length);
      return language;
    },

    /** Takes a document out of the counts. */
    forget(postings: Postings, streams: Streams, number: number, language: number): void {
      const terms = new Set<number>();
      streams.each(number, (term) => {
        if (term >= firstTerm) terms.add(term);
        return true;
      });
      for (const term of terms) {
        const posting = postings.cursor(term).seek(number);
        if (posting !== 0) vocabulary.count(term, -1, language, (fieldsOf(posting) & headlineBits) !== 0);
      }
    },
  };
}

export const impactFor = (weight: number): number =>
  Math.max(1, Math.round((127 * weight) / (saturation + weight)));
