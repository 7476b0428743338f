import { normalizeCompanyName } from '../../companies/index.ts';
import { fold, readStrictDocument, type SearchDocument } from '../../search/index.ts';
import { placeOf, type ReadAlert } from '../conditions.ts';
import { createAtoms } from './atoms.ts';
import { createPlaceWishes } from './place-wishes.ts';
import { createQueries, type IndexedDetails } from './queries.ts';
import {
  bucketOf,
  type HotAtoms,
  hotAtoms,
  incomplete,
  noRows,
  type RowColumns,
  reserveRows,
  writeRow,
} from './rows.ts';
import { sortRows } from './sorting.ts';
import { createSubscribers } from './subscribers.ts';
import { grown, words32 } from './tables.ts';
import { isRemote, traitGroups, traitsOfVacancy } from './traits.ts';

/**
 * All alerts, found by a vacancy: a search turned round.
 *
 * Equal alerts are one query with many subscribers. Each alternative of a query is a row that is kept under its rarest word and
 * the place that it asks for, so a vacancy only looks at rows of words that it has, of places where it is. A row is then decided
 * by a signature of usual words, its types and levels, its pay, its other words, and last by phrases and exclusions. What is found is exact: `refusalOf` says the same of each pair.
 */
export interface ReverseIndex {
  put(id: string, alert: ReadAlert): void;
  remove(id: string): void;
  has(id: string): boolean;
  /** Alerts that a vacancy is for. The numbers are good until the next call. */
  match(document: SearchDocument): Found;
  idOf(number: number): string;
  /** Learns which words vacancies have, so that rows are kept under rare ones. */
  learn(document: SearchDocument): void;
  /** Sorts what came in since the last time, a bit in each step; what is found is the same at any time. */
  compaction(): Generator<void, void, void>;
  readonly needsCompaction: boolean;
  readonly figures: ReverseFigures;
}

export interface Found {
  readonly numbers: Uint32Array;
  readonly count: number;
  /** Rows that were looked at. */
  readonly candidates: number;
}

export interface ReverseFigures {
  readonly alerts: number;
  readonly queries: number;
  readonly rows: number;
  /** Rows that are not sorted yet. */
  readonly unsorted: number;
  readonly atoms: number;
  readonly places: number;
}

const leastUnsorted = 4_096;
const unsortedShare = 0.02;
/** Before so many vacancies were seen, words that few alerts ask for are taken for rare. */
const leastLearnt = 100;
const mostRemembered = 400_000;

export function createReverseIndex(): ReverseIndex {
  const atoms = createAtoms();
  const places = createPlaceWishes();
  const queries = createQueries(atoms, places);
  const subscribers = createSubscribers();

  let rows = noRows();
  let size = 0;
  let sorted = 0;
  /** For each atom the first of its groups, and the end of the last. */
  let groupStarts = new Uint32Array(2);
  let groupBuckets = new Uint32Array(0);
  let groupRows = new Uint32Array(1);
  let delta = new Map<number, Map<number, number[]>>();
  let hot: HotAtoms = new Map();
  let placed = new Uint8Array(0);

  /** In how many alternatives and vacancies an atom was. */
  let asked = new Uint32Array(0);
  let seen = new Uint32Array(0);
  let learnt = 0;

  let run = 0;
  let atomRuns = new Uint32Array(0);
  let wishRuns = new Uint32Array(0);
  let queryRuns = new Uint32Array(0);
  let phraseRuns = new Uint32Array(0);
  let phraseHolds = new Uint8Array(0);
  const found = { numbers: new Uint32Array(1_024) };
  let folded = new Map<string, string>();

  function foldRemembered(raw: string): string {
    const known = folded.get(raw);
    if (known !== undefined) return known;
    const word = fold(raw);
    if (folded.size >= mostRemembered) folded = new Map();
    folded.set(raw, word);
    return word;
  }

  const weightOf = (atom: number): number =>
    atom === 0 ? Number.POSITIVE_INFINITY : learnt < leastLearnt ? (asked[atom] ?? 0) : (seen[atom] ?? 0);

  function rarestOf(conjunction: number): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    const end = queries.atomStarts[conjunction + 1] ?? 0;
    for (let at = queries.atomStarts[conjunction] ?? 0; at < end; at += 1) {
      const atom = queries.atomPool[at] ?? 0;
      const weight = weightOf(atom);
      if (weight >= least) continue;
      least = weight;
      best = atom;
    }
    return best;
  }

  function addToDelta(row: number, atom: number, bucket: number): void {
    let buckets = delta.get(atom);
    if (buckets === undefined) {
      buckets = new Map();
      delta.set(atom, buckets);
    }
    const list = buckets.get(bucket);
    if (list === undefined) buckets.set(bucket, [row]);
    else list.push(row);
  }

  function place(query: number): void {
    placed = grown(placed, query + 1, (length) => new Uint8Array(length));
    if (placed[query] === 1) return;
    placed[query] = 1;
    const bucket = bucketOf(query, queries);
    for (const conjunction of queries.conjunctionsOf(query)) {
      asked = grown(asked, atoms.size, words32);
      const end = queries.atomStarts[conjunction + 1] ?? 0;
      for (let at = queries.atomStarts[conjunction] ?? 0; at < end; at += 1) {
        const atom = queries.atomPool[at] ?? 0;
        asked[atom] = (asked[atom] ?? 0) + 1;
      }
      const access = rarestOf(conjunction);
      reserveRows(rows, size + 1);
      writeRow(rows, size, query, conjunction, { queries, hot, access });
      addToDelta(size, access, bucket);
      size += 1;
    }
  }

  /** What of a vacancy is compared. */
  function read(document: SearchDocument) {
    run += 1;
    atoms.forgetWords();
    atomRuns = grown(atomRuns, atoms.size, words32);
    const { words, sequence } = readStrictDocument(document, foldRemembered);
    const present = [0];
    const conditional: number[] = [];
    atomRuns[0] = run;
    for (const word of words) {
      for (const told of atoms.toldBy(atoms.numberOf(word))) {
        const atom = told >>> 1;
        if (atomRuns[atom] === run) continue;
        if ((told & 1) === 1) conditional.push(atom);
        else {
          atomRuns[atom] = run;
          present.push(atom);
        }
      }
    }
    let tellings: Uint32Array[] | null = null;
    const stands = (list: readonly number[]): boolean => {
      if (!list.every((atom) => atomRuns[atom] === run)) return false;
      tellings ??= sequence.map((word) => (word === '' ? nothing : atoms.toldBy(atoms.numberOf(word))));
      const [first = 0] = list;
      for (let begin = 0; begin + list.length <= tellings.length; begin += 1) {
        if (tellings[begin]?.includes(first * 2) !== true) continue;
        let length = 1;
        while (length < list.length && tellings[begin + length]?.includes((list[length] ?? 0) * 2) === true) {
          length += 1;
        }
        if (length === list.length) return true;
      }
      return false;
    };
    for (const atom of new Set(conditional)) {
      if (atomRuns[atom] === run || !stands(atoms.phraseOf(atom))) continue;
      atomRuns[atom] = run;
      present.push(atom);
    }
    return { present, stands };
  }

  function seeAtoms(present: readonly number[]): void {
    learnt += 1;
    seen = grown(seen, atoms.size, words32);
    for (const atom of present) seen[atom] = (seen[atom] ?? 0) + 1;
  }

  function match(document: SearchDocument): Found {
    const { present, stands } = read(document);
    seeAtoms(present);
    const mask = traitsOfVacancy(document);
    const withRemote = isRemote(mask);
    const [at = 0, types = 0, levels = 0] = traitGroups;
    const annual = document.payAnnual ?? -1;
    const currency = document.payCurrency ?? '';
    const payFits = queries.pays.map((pay) => pay.currency === currency && annual >= pay.annual);
    payFits[0] = true;
    const company = normalizeCompanyName(document.company);
    let low = 0;
    let high = 0;
    for (const atom of present) {
      const bit = hot.get(atom);
      if (bit === undefined) continue;
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
    }
    const [withoutLow, withoutHigh] = [~low, ~high & ~incomplete];

    wishRuns = grown(wishRuns, places.size + 1, words32);
    queryRuns = grown(queryRuns, queries.size, words32);
    phraseRuns = grown(phraseRuns, queries.phraseCount, words32);
    phraseHolds = grown(phraseHolds, queries.phraseCount, (length) => new Uint8Array(length));
    wishRuns[0] = run;
    for (const wish of places.fitting(placeOf(document))) wishRuns[wish + 1] = run;
    // Those who only want remote work are in odd buckets.
    const isWanted = (bucket: number) => wishRuns[bucket >>> 1] === run && (withRemote || (bucket & 1) === 0);

    const holds = (phrase: number): boolean => {
      if (phraseRuns[phrase] !== run) {
        phraseRuns[phrase] = run;
        phraseHolds[phrase] = stands(queries.phraseAtoms(phrase)) ? 1 : 0;
      }
      return phraseHolds[phrase] === 1;
    };
    const passes = (details: IndexedDetails): boolean => {
      if (details.companyIds?.has(document.companyId) === false) return false;
      const { sourceIds } = details;
      if (sourceIds !== null && !document.sourceIds.some((id) => sourceIds.has(id))) return false;
      if (details.withoutCompanies?.has(company) === true) return false;
      if (details.excludedAtoms.some((list) => list.every((atom) => atomRuns[atom] === run))) return false;
      return !details.excludedPhrases.some(holds);
    };

    let count = 0;
    let candidates = 0;
    const visit = (columns: RowColumns, row: number): void => {
      if (((columns.low[row] ?? 0) & withoutLow) !== 0 || ((columns.high[row] ?? 0) & withoutHigh) !== 0)
        return;
      const traits = (columns.mask[row] ?? 0) & mask;
      if ((traits & at) === 0 || (traits & types) === 0 || (traits & levels) === 0) return;
      if (payFits[columns.pay[row] ?? 0] !== true) return;
      const conjunction = columns.conjunction[row] ?? 0;
      if (((columns.high[row] ?? 0) & incomplete) !== 0) {
        const end = queries.atomStarts[conjunction + 1] ?? 0;
        for (let atom = queries.atomStarts[conjunction] ?? 0; atom < end; atom += 1) {
          if (atomRuns[queries.atomPool[atom] ?? 0] !== run) return;
        }
      }
      const query = columns.query[row] ?? 0;
      if (queryRuns[query] === run) return;
      if (queries.phrases.get(conjunction)?.every(holds) === false) return;
      const details = columns.details[row] ?? 0;
      if (details !== 0) {
        const own = queries.details[details];
        if (own === undefined || !passes(own)) return;
      }
      queryRuns[query] = run;
      count = subscribers.collect(query, found, count);
    };

    for (const atom of present) {
      if (atom + 1 < groupStarts.length) {
        const end = groupStarts[atom + 1] ?? 0;
        for (let group = groupStarts[atom] ?? 0; group < end; group += 1) {
          if (!isWanted(groupBuckets[group] ?? 0)) continue;
          const last = groupRows[group + 1] ?? 0;
          const first = groupRows[group] ?? 0;
          candidates += last - first;
          for (let row = first; row < last; row += 1) visit(rows, row);
        }
      }
      const fresh = delta.get(atom);
      if (fresh === undefined) continue;
      for (const [bucket, list] of fresh) {
        if (!isWanted(bucket)) continue;
        candidates += list.length;
        for (const row of list) visit(rows, row);
      }
    }
    return { numbers: found.numbers, count, candidates };
  }

  /** The atoms that most alternatives have. */
  function chooseHot(): HotAtoms {
    const numbers = [...asked.keys()].filter((atom) => atom > 0 && (asked[atom] ?? 0) > 0);
    const most = numbers.toSorted((one, other) => (asked[other] ?? 0) - (asked[one] ?? 0)).slice(0, hotAtoms);
    return new Map(most.map((atom, bit) => [atom, bit]));
  }

  function* compaction(): Generator<void, void, void> {
    const end = size;
    const freshHot = chooseHot();
    const sortedRows = yield* sortRows(rows, end, {
      queries,
      hot: freshHot,
      atoms: atoms.size,
      isAsked: subscribers.isAsked,
      accessOf: rarestOf,
    });
    const { rows: fresh, count: live, left } = sortedRows;

    // What came in meanwhile lies behind, under the new signatures.
    const late = size - end;
    reserveRows(fresh, live + late);
    delta = new Map();
    for (let row = end; row < size; row += 1) {
      const [query, conjunction] = [rows.query[row] ?? 0, rows.conjunction[row] ?? 0];
      const access = rarestOf(conjunction);
      writeRow(fresh, live + row - end, query, conjunction, { queries, hot: freshHot, access });
      addToDelta(live + row - end, access, bucketOf(query, queries));
    }
    const isLate = new Set(rows.query.subarray(end, size));
    for (const query of left) if (!isLate.has(query)) placed[query] = 0;
    rows = fresh;
    sorted = live;
    size = live + late;
    hot = freshHot;
    groupStarts = sortedRows.groupStarts;
    groupBuckets = sortedRows.groupBuckets;
    groupRows = sortedRows.groupRows;
    // A query that is asked again since it was left out has to have its rows again.
    for (const query of left) if (subscribers.isAsked(query)) place(query);
  }

  return {
    put(id, alert) {
      const query = queries.intern(alert);
      subscribers.put(id, query);
      place(query);
    },
    remove(id) {
      subscribers.remove(id);
    },
    has: (id) => subscribers.queryOf(id) !== undefined,
    match,
    idOf: (number) => subscribers.idOf(number),
    learn: (document) => seeAtoms(read(document).present),
    compaction,
    get needsCompaction() {
      return size - sorted > Math.max(leastUnsorted, sorted * unsortedShare);
    },
    get figures() {
      return {
        alerts: subscribers.count,
        queries: queries.size,
        rows: size,
        unsorted: size - sorted,
        atoms: atoms.size,
        places: places.size,
      };
    },
  };
}

const nothing = new Uint32Array(0);
