import type { ReadAlert } from '../conditions.ts';
import type { Atoms } from './atoms.ts';
import { type Conjunction, conjunctionsOf, type Details, detailsOf } from './forms.ts';
import type { PlaceWishes } from './place-wishes.ts';
import { createRowTable, grown, mix, words32 } from './tables.ts';
import { traitsOfAlert } from './traits.ts';

/** What alerts ask, each once however many ask it: five numbers. */
export interface Queries {
  readonly size: number;
  intern(alert: ReadAlert): number;
  /** Its alternatives. */
  conjunctionsOf(query: number): readonly number[];
  maskOf(query: number): number;
  /** 0: any. */
  payOf(query: number): number;
  /** The place that it asks for, and one; 0: any. */
  placeOf(query: number): number;
  /** 0: none. */
  detailsOf(query: number): number;

  readonly conjunctions: number;
  /** The atoms of an alternative lie in `atomPool` from here to the start of the next. */
  readonly atomStarts: Uint32Array;
  readonly atomPool: Uint32Array;
  /** Phrases of an alternative; most have none. */
  readonly phrases: ReadonlyMap<number, readonly number[]>;
  phraseAtoms(phrase: number): readonly number[];
  readonly phraseCount: number;
  readonly pays: readonly Pay[];
  readonly details: readonly IndexedDetails[];
}

export interface Pay {
  readonly annual: number;
  readonly currency: string;
}

/** With phrases as numbers. */
export interface IndexedDetails {
  readonly excludedAtoms: readonly (readonly number[])[];
  readonly excludedPhrases: readonly number[];
  readonly companyIds: ReadonlySet<string> | null;
  readonly sourceIds: ReadonlySet<string> | null;
  readonly withoutCompanies: ReadonlySet<string> | null;
}

const columns = 5;
/** Words that many ask for are taken apart once. */
const mostRemembered = 50_000;

export function createQueries(atoms: Atoms, places: PlaceWishes): Queries {
  let rows = new Uint32Array(0);
  let size = 0;
  const table = createRowTable((row) => hashOf(rows, row * columns));
  const fresh = new Uint32Array(columns);

  const remembered = new Map<string, number>();
  const conjunctionNumbers = new Map<string, number>();
  let atomStarts = new Uint32Array(1);
  let atomPool = new Uint32Array(0);
  let pooled = 0;
  let conjunctions = 0;
  const phrases = new Map<number, readonly number[]>();
  const phraseNumbers = new Map<string, number>();
  const phraseLists: (readonly number[])[] = [];

  const forms = createInterner(
    (form: readonly number[]) => form.join(),
    (form) => form,
  );
  const pays = createInterner(
    ({ annual, currency }: Pay) => `${annual} ${currency}`,
    (pay) => pay,
  );
  const details = createInterner((one: Details) => JSON.stringify(one), index);
  pays.intern({ annual: 0, currency: '' });
  details.intern({ excluded: [], companyIds: [], sourceIds: [], withoutCompanies: [] });

  function phraseOf(list: readonly number[]): number {
    const key = list.join();
    const known = phraseNumbers.get(key);
    if (known !== undefined) return known;
    phraseNumbers.set(key, phraseLists.length);
    phraseLists.push(list);
    return phraseLists.length - 1;
  }

  function index({ excluded, companyIds, sourceIds, withoutCompanies }: Details): IndexedDetails {
    const setOf = (values: readonly string[]) => (values.length === 0 ? null : new Set(values));
    return {
      excludedAtoms: excluded.flatMap(({ kind, atoms: own }) => (kind === 'atoms' ? [own] : [])),
      excludedPhrases: excluded.flatMap(({ kind, atoms: own }) => (kind === 'phrase' ? [phraseOf(own)] : [])),
      companyIds: setOf(companyIds),
      sourceIds: setOf(sourceIds),
      withoutCompanies: setOf(withoutCompanies),
    };
  }

  function conjunctionOf({ atoms: own, phrases: lists }: Conjunction): number {
    const standing = lists.map(phraseOf);
    const key = `${own.join()}|${standing.join()}`;
    const known = conjunctionNumbers.get(key);
    if (known !== undefined) return known;
    const number = conjunctions;
    conjunctions += 1;
    conjunctionNumbers.set(key, number);
    atomPool = grown(atomPool, pooled + own.length, words32);
    for (const atom of own) {
      atomPool[pooled] = atom;
      pooled += 1;
    }
    atomStarts = grown(atomStarts, conjunctions + 1, words32);
    atomStarts[conjunctions] = pooled;
    if (standing.length > 0) phrases.set(number, standing);
    return number;
  }

  /** An alternative by itself has an even number, several together an odd one. */
  function formOf(alert: ReadAlert): number {
    const known = remembered.get(alert.wordsKey);
    if (known !== undefined) return known;
    const form = newFormOf(alert);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(alert.wordsKey, form);
    return form;
  }

  function newFormOf(alert: ReadAlert): number {
    const own = new Set(conjunctionsOf(alert, atoms).map(conjunctionOf));
    const [first] = own;
    if (own.size === 1 && first !== undefined) return first * 2;
    return forms.intern([...own].toSorted((one, other) => one - other)) * 2 + 1;
  }

  return {
    get size() {
      return size;
    },
    get conjunctions() {
      return conjunctions;
    },
    get atomStarts() {
      return atomStarts;
    },
    get atomPool() {
      return atomPool;
    },
    get phraseCount() {
      return phraseLists.length;
    },
    phrases,
    phraseAtoms: (phrase) => phraseLists[phrase] ?? [],
    pays: pays.items,
    details: details.items,

    intern(alert) {
      const own = detailsOf(alert, atoms);
      fresh[0] = formOf(alert);
      fresh[1] = traitsOfAlert(alert);
      fresh[2] = alert.pay === null ? 0 : pays.intern(alert.pay);
      fresh[3] = alert.place === null ? 0 : places.intern(alert.place.text, alert.place.withinKm) + 1;
      fresh[4] = own === null ? 0 : details.intern(own);
      const hash = hashOf(fresh, 0);
      const known = table.find(hash, (row) => {
        for (let at = 0; at < columns; at += 1) if (rows[row * columns + at] !== fresh[at]) return false;
        return true;
      });
      if (known !== undefined) return known;
      const query = size;
      size += 1;
      rows = grown(rows, size * columns, words32);
      rows.set(fresh, query * columns);
      table.add(hash, query);
      return query;
    },

    conjunctionsOf(query) {
      const form = rows[query * columns] ?? 0;
      return (form & 1) === 0 ? [form >>> 1] : (forms.items[form >>> 1] ?? []);
    },
    maskOf: (query) => rows[query * columns + 1] ?? 0,
    payOf: (query) => rows[query * columns + 2] ?? 0,
    placeOf: (query) => rows[query * columns + 3] ?? 0,
    detailsOf: (query) => rows[query * columns + 4] ?? 0,
  };
}

function hashOf(rows: Uint32Array, start: number): number {
  let hash = 0;
  for (let at = 0; at < columns; at += 1) hash = mix(hash, rows[start + at] ?? 0);
  return hash;
}

function createInterner<Item, Kept>(keyOf: (item: Item) => string, keep: (item: Item) => Kept) {
  const numbers = new Map<string, number>();
  const items: Kept[] = [];
  return {
    items,
    intern(item: Item): number {
      const key = keyOf(item);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, items.length);
      items.push(keep(item));
      return items.length - 1;
    },
  };
}
