import { employmentTypes, seniorities, workplaces } from '@rolecall/contract';
import type { SearchDocument } from './document.ts';
import { bytes, doubles, grown, shorts, words32 } from './growing.ts';

/** Texts that many documents share, by numbers. */
export interface Names {
  readonly texts: string[];
  intern(text: string): number;
  find(text: string): number | undefined;
}

export function createNames(texts: string[] = []): Names {
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    texts,
    find: (text) => numbers.get(text),
    intern(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
  };
}

/** Facts of documents that filters, orders and facets read, a column each. */
export interface ColumnParts {
  isLive: Uint8Array;
  published: Float64Array;
  payAnnual: Float64Array;
  payCurrency: Uint16Array;
  company: Uint32Array;
  title: Uint32Array;
  places: Uint32Array;
  /** Workplaces, types and levels together, of which there are few: the number of a mask in `traitMasks`. */
  traits: Uint16Array;
  sources: Uint32Array;
  revisions: Uint32Array;
  /** The place of the language of its text; for how words are counted. */
  language: Uint8Array;
  ids: string[];
  vacancies: string[];
  /** Other postings than the one in `ids`, by document; few have any. */
  otherIds: Map<number, readonly string[]>;
}

export const noColumns = (): ColumnParts => ({
  isLive: new Uint8Array(0),
  published: new Float64Array(0),
  payAnnual: new Float64Array(0),
  payCurrency: new Uint16Array(0),
  company: new Uint32Array(0),
  title: new Uint32Array(0),
  places: new Uint32Array(0),
  traits: new Uint16Array(0),
  sources: new Uint32Array(0),
  revisions: new Uint32Array(0),
  language: new Uint8Array(0),
  ids: [],
  vacancies: [],
  otherIds: new Map(),
});

export function reserveColumns(columns: ColumnParts, size: number): void {
  columns.isLive = grown(columns.isLive, size, bytes);
  columns.published = grown(columns.published, size, doubles);
  columns.payAnnual = grown(columns.payAnnual, size, doubles);
  columns.payCurrency = grown(columns.payCurrency, size, shorts);
  columns.company = grown(columns.company, size, words32);
  columns.title = grown(columns.title, size, words32);
  columns.places = grown(columns.places, size, words32);
  columns.traits = grown(columns.traits, size, shorts);
  columns.sources = grown(columns.sources, size, words32);
  columns.revisions = grown(columns.revisions, size, words32);
  columns.language = grown(columns.language, size, bytes);
}

/** Copies a row; `from` and `to` may be the same columns. */
export function copyRow(from: ColumnParts, at: number, to: ColumnParts, number: number): void {
  to.isLive[number] = from.isLive[at] ?? 0;
  to.published[number] = from.published[at] ?? 0;
  to.payAnnual[number] = from.payAnnual[at] ?? 0;
  to.payCurrency[number] = from.payCurrency[at] ?? 0;
  to.company[number] = from.company[at] ?? 0;
  to.title[number] = from.title[at] ?? 0;
  to.places[number] = from.places[at] ?? 0;
  to.traits[number] = from.traits[at] ?? 0;
  to.sources[number] = from.sources[at] ?? 0;
  to.revisions[number] = from.revisions[at] ?? 0;
  to.language[number] = from.language[at] ?? 0;
  to.ids[number] = from.ids[at] ?? '';
  to.vacancies[number] = from.vacancies[at] ?? '';
  const others = from.otherIds.get(at);
  if (others !== undefined) to.otherIds.set(number, others);
}

const maskOf = <Value>(all: readonly Value[], some: readonly Value[]): number =>
  some.reduce((mask, value) => mask | (1 << all.indexOf(value)), 0);

const typeShift = workplaces.length;
const seniorityShift = typeShift + employmentTypes.length;

/** The traits of a document, a bit each. */
export const traitsOf = (
  document: Pick<SearchDocument, 'workplaces' | 'employmentTypes' | 'seniorities'>,
): number =>
  maskOf(workplaces, document.workplaces) |
  (maskOf(employmentTypes, document.employmentTypes) << typeShift) |
  (maskOf(seniorities, document.seniorities) << seniorityShift);

/** The values of a facet with the bit of each among the traits. */
export const traitBits = {
  workplace: workplaces.map((value, place) => ({ value, bit: 1 << place })),
  employment_type: employmentTypes.map((value, place) => ({ value, bit: 1 << (typeShift + place) })),
  seniority: seniorities.map((value, place) => ({ value, bit: 1 << (seniorityShift + place) })),
} as const;
