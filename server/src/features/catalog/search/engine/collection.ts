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
import { languages } from './languages.ts';
import { createPlaces, type Places } from './places.ts';
import { createPostings, mostDocuments, type PostingParts, type Postings } from './postings.ts';
import { createReader } from './reader.ts';
import { createStreams, type StreamParts, type Streams } from './streams.ts';
import { createVocabulary, type Vocabulary, type VocabularyParts } from './vocabulary.ts';

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
