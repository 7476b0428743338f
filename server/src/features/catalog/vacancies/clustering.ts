import { blocksOf, type Fingerprint } from './fingerprint.ts';
import { type Candidate, type Decision, decide, isByText } from './same.ts';
import { coreOf, type IsBoilerplate } from './texts.ts';

/** How many postings of a block, of a cluster and in all a new one is compared with: the newest of each. */
const mostOfBlock = 60;
const mostOfCluster = 40;
const mostCandidates = 150;

/**
 * What stands in most postings of an employer is not about any of its vacancies. It is known from postings of several
 * titles, since copies of one vacancy have everything in common.
 */
export interface Boilerplate {
  add(fingerprint: Fingerprint): void;
  of(company: string): IsBoilerplate;
}

const leastTitles = 4;
const leastShare = 0.3;
/** Employers have thousands of postings; what these have in common is known after some. */
const mostTitles = 200;
/** A sentence that was changed a little is still the employer's when most of its words are of such sentences. */
const leastKnownWords = 0.75;

interface KnownTexts {
  /** What follows from the rest, until another posting is added. */
  isBoilerplate: IsBoilerplate | null;
  readonly titles: Set<string>;
  readonly sentences: Map<number, { count: number; readonly words: readonly number[] }>;
}

export function createBoilerplate(): Boilerplate {
  const byCompany = new Map<string, KnownTexts>();
  return {
    add({ company, title, text }) {
      if (company.poster !== 'employer' || text.sentences.length === 0) return;
      let known = byCompany.get(company.looseKey);
      if (known === undefined) {
        known = { isBoilerplate: null, titles: new Set(), sentences: new Map() };
        byCompany.set(company.looseKey, known);
      }
      const { titles, sentences } = known;
      if (titles.has(title.joined) || titles.size >= mostTitles) return;
      titles.add(title.joined);
      known.isBoilerplate = null;
      const unique = new Map(text.sentences.map((sentence) => [sentence.hash, sentence.words]));
      for (const [hash, words] of unique) {
        const found = sentences.get(hash);
        if (found === undefined) sentences.set(hash, { count: 1, words });
        else found.count += 1;
      }
    },
    of(company) {
      const known = byCompany.get(company);
      if (known === undefined || known.titles.size < leastTitles) return () => false;
      known.isBoilerplate ??= recognize(known);
      return known.isBoilerplate;
    },
  };
}

function recognize({ titles, sentences }: KnownTexts): IsBoilerplate {
  const least = Math.max(3, titles.size * leastShare);
  const common = [...sentences].filter(([, { count }]) => count >= least);
  const hashes = new Set(common.map(([hash]) => hash));
  const words = new Set(common.flatMap(([, sentence]) => sentence.words));
  return (sentence) =>
    hashes.has(sentence.hash) ||
    sentence.words.filter((word) => words.has(word)).length >= sentence.words.length * leastKnownWords;
}

export interface Joined<Id> {
  /** The first posting of the vacancy; the posting itself when it is the first. */
  readonly cluster: Id;
  readonly decision: Decision | null;
}

/** Finds the vacancy of each posting, one after the other. The same postings in the same order give the same clusters. */
export interface Clustering<Id> {
  add(id: Id, fingerprint: Fingerprint, isBoilerplate: IsBoilerplate): Joined<Id>;
  /** The clusters as they are after all that was added. */
  clusterOf(id: Id): Id | undefined;
}

interface Entry<Id> extends Candidate {
  readonly id: Id;
  readonly order: number;
  cluster: Cluster<Id>;
}

interface Cluster<Id> {
  readonly first: Id;
  readonly entries: Entry<Id>[];
}

export function createClustering<Id>(): Clustering<Id> {
  const entries = new Map<Id, Entry<Id>>();
  const blocks = new Map<number, Entry<Id>[]>();
  return {
    add(id, fingerprint, isBoilerplate) {
      const cluster: Cluster<Id> = { first: id, entries: [] };
      const entry: Entry<Id> = {
        id,
        order: entries.size,
        fingerprint,
        core: coreOf(fingerprint.text, isBoilerplate),
        cluster,
      };
      const keys = blocksOf(fingerprint);
      const found = matchesOf(entry, candidatesOf(keys, blocks));
      cluster.entries.push(entry);
      for (const { entry: other } of found) unite(entry, other);
      entries.set(id, entry);
      for (const key of keys) remember(blocks, key, entry);
      return { cluster: entry.cluster.first, decision: found[0]?.decision ?? null };
    },
    clusterOf: (id) => entries.get(id)?.cluster.first,
  };
}

function candidatesOf<Id>(
  keys: readonly number[],
  blocks: ReadonlyMap<number, readonly Entry<Id>[]>,
): Entry<Id>[] {
  const candidates = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
  return [...candidates].sort((a, b) => b.order - a.order).slice(0, mostCandidates);
}

/** Those that are one vacancy with a posting, the surest first. */
function matchesOf<Id>(entry: Candidate, candidates: readonly Entry<Id>[]) {
  return candidates
    .map((candidate) => ({ entry: candidate, decision: decide(entry, candidate) }))
    .filter(({ decision }) => decision.same)
    .sort((a, b) => b.decision.strength - a.decision.strength || a.entry.order - b.entry.order);
}

/** Makes two clusters one, unless something tells that a posting of one is another vacancy than one of the other. */
function unite<Id>(a: Entry<Id>, b: Entry<Id>): void {
  const [older, newer] =
    a.cluster.entries[0] === undefined || firstOrder(a) > firstOrder(b) ? [b, a] : [a, b];
  const [target, source] = [older.cluster, newer.cluster];
  if (target === source) return;
  const isApart = source.entries
    .slice(0, mostOfCluster)
    .some((one) => target.entries.slice(0, mostOfCluster).some((other) => areApart(one, other, [a, b])));
  if (isApart) return;
  for (const entry of source.entries) {
    entry.cluster = target;
    target.entries.push(entry);
  }
}

/** Two parts of one text may have little in common: they are one if there is a text that has both. */
function areApart<Id>(one: Entry<Id>, other: Entry<Id>, linked: readonly Entry<Id>[]): boolean {
  const decision = decide(one, other);
  if (!decision.isVeto) return false;
  if (!isByText(decision)) return true;
  const isPart = (part: Entry<Id>, whole: Entry<Id>) => {
    if (part === whole) return true;
    const relation = decide(part, whole);
    return relation.same && isByText(relation);
  };
  return !linked.some((whole) => isPart(one, whole) && isPart(other, whole));
}

const firstOrder = <Id>(entry: Entry<Id>): number => entry.cluster.entries[0]?.order ?? entry.order;

function remember<Id>(blocks: Map<number, Entry<Id>[]>, key: number, entry: Entry<Id>): void {
  const block = blocks.get(key);
  if (block === undefined) blocks.set(key, [entry]);
  else {
    block.push(entry);
    if (block.length > mostOfBlock) block.shift();
  }
}
