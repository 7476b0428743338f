import type { VacancyReason } from '@rolecall/contract';
import { blocksOf, type Fingerprint } from './fingerprint.ts';
import { type Candidate, type Decision, decide, isByText } from './same.ts';
import { type Core, coreOf, type IsBoilerplate } from './texts.ts';

/** How many postings of a block, of a cluster and in all a new one is compared with: the newest of each. */
export const mostOfBlock = 60;
export const mostOfCluster = 40;
const mostCandidates = 150;

/** What an operator has said of two postings, which counts more than anything that they say themselves. */
export type Ruling = 'same' | 'apart';

/** How a cluster has become part of another. */
export interface Merger<Id, Cluster> {
  readonly into: Cluster;
  /** The posting of the other cluster by which it has. */
  readonly joinedTo: Id;
  readonly reasons: readonly VacancyReason[];
}

/** Finds the vacancy of each posting, one after the other. The same postings in the same order give the same clusters. */
export interface Clustering<Id, Cluster> {
  /** A posting whose vacancy is known. */
  place(id: Id, fingerprint: Fingerprint, isBoilerplate: IsBoilerplate, cluster: Cluster): void;
  /**
   * @param own the vacancy that it gets when it joins none
   * @param former the vacancy of which it was before it was changed: it stays unless something tells it apart
   */
  add(id: Id, fingerprint: Fingerprint, isBoilerplate: IsBoilerplate, own: Cluster, former?: Cluster): void;
  /** The clusters as they are after all that was added. */
  clusterOf(id: Id): Cluster | undefined;
  /** Clusters that have become part of another. That may have done so, too. */
  readonly mergers: ReadonlyMap<Cluster, Merger<Id, Cluster>>;
}

interface Entry<Id, Cluster> extends Candidate {
  readonly id: Id;
  readonly order: number;
  cluster: Group<Id, Cluster>;
}

interface Group<Id, Cluster> {
  readonly cluster: Cluster;
  readonly entries: Entry<Id, Cluster>[];
}

const ruled: Readonly<Record<Ruling, Decision>> = {
  same: { same: true, isVeto: false, strength: 2, reasons: ['joined_by_operator'] },
  apart: { same: false, isVeto: true, strength: 0, reasons: ['kept_apart_by_operator'] },
};

/** What operators have said of a posting and others, both ways. */
export type Rulings<Id> = ReadonlyMap<Id, ReadonlyMap<Id, Ruling>>;

export function createClustering<Id, Cluster>(rulings: Rulings<Id> = new Map()): Clustering<Id, Cluster> {
  type Posting = Entry<Id, Cluster>;
  const entries = new Map<Id, Posting>();
  const groups = new Map<Cluster, Group<Id, Cluster>>();
  const mergers = new Map<Cluster, Merger<Id, Cluster>>();
  const blocks = new Map<number, Posting[]>();

  function judge(a: Posting, b: Posting): Decision {
    const ruling = rulings.get(a.id)?.get(b.id);
    return ruling === undefined ? decide(a, b) : ruled[ruling];
  }

  function groupOf(cluster: Cluster): Group<Id, Cluster> {
    const known = groups.get(cluster);
    if (known !== undefined) return known;
    const group: Group<Id, Cluster> = { cluster, entries: [] };
    groups.set(cluster, group);
    return group;
  }

  function enter(id: Id, fingerprint: Fingerprint, isBoilerplate: IsBoilerplate, cluster: Cluster): Posting {
    let core: Core | undefined;
    const entry: Posting = {
      id,
      order: entries.size,
      fingerprint,
      // Most postings are told apart without their texts.
      get core() {
        core ??= coreOf(fingerprint.text, isBoilerplate);
        return core;
      },
      cluster: groupOf(cluster),
    };
    entry.cluster.entries.push(entry);
    entries.set(id, entry);
    return entry;
  }

  function candidatesOf(entry: Posting, keys: readonly number[]): Posting[] {
    const candidates = new Set(keys.flatMap((key) => blocks.get(key) ?? []));
    const newest = [...candidates].sort((a, b) => b.order - a.order).slice(0, mostCandidates);
    const ruled = [...(rulings.get(entry.id)?.keys() ?? [])].flatMap((id) => entries.get(id) ?? []);
    return [...new Set([...ruled, ...newest])];
  }

  /** Those that are one vacancy with a posting, the surest first. */
  function matchesOf(entry: Posting, candidates: readonly Posting[]) {
    return candidates
      .map((candidate) => ({ entry: candidate, decision: judge(entry, candidate) }))
      .filter(({ decision }) => decision.same)
      .sort((a, b) => b.decision.strength - a.decision.strength || a.entry.order - b.entry.order);
  }

  /** Two parts of one text may have little in common: they are one if there is a text that has both. */
  function areApart(one: Posting, other: Posting, linked: readonly Posting[]): boolean {
    const decision = judge(one, other);
    if (!decision.isVeto) return false;
    if (!isByText(decision)) return true;
    const isPart = (part: Posting, whole: Posting) => {
      if (part === whole) return true;
      const relation = judge(part, whole);
      return relation.same && isByText(relation);
    };
    return !linked.some((whole) => isPart(one, whole) && isPart(other, whole));
  }

  /** Makes two clusters one, unless something tells that a posting of one is another vacancy than one of the other. */
  function unite(a: Posting, b: Posting, reasons: readonly VacancyReason[]): void {
    const [older, newer] = firstOrder(a) > firstOrder(b) ? [b, a] : [a, b];
    const [target, source] = [older.cluster, newer.cluster];
    if (target === source) return;
    // Between what an operator has joined only an operator's word counts.
    const isRuled = rulings.get(a.id)?.get(b.id) === 'same';
    const keepsApart = (one: Posting, other: Posting) =>
      isRuled ? rulings.get(one.id)?.get(other.id) === 'apart' : areApart(one, other, [a, b]);
    const others = target.entries.slice(0, mostOfCluster);
    if (source.entries.slice(0, mostOfCluster).some((one) => others.some((other) => keepsApart(one, other))))
      return;
    const joinedTo = a.cluster === source ? b.id : a.id;
    for (const entry of source.entries) {
      entry.cluster = target;
      target.entries.push(entry);
    }
    groups.delete(source.cluster);
    mergers.set(source.cluster, { into: target.cluster, joinedTo, reasons });
  }

  function remember(entry: Posting, keys: readonly number[]): void {
    for (const key of keys) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [entry]);
      else {
        block.push(entry);
        if (block.length > mostOfBlock) block.shift();
      }
    }
  }

  return {
    mergers,

    place(id, fingerprint, isBoilerplate, cluster) {
      remember(enter(id, fingerprint, isBoilerplate, cluster), blocksOf(fingerprint));
    },

    add(id, fingerprint, isBoilerplate, own, former) {
      const keys = blocksOf(fingerprint);
      const entry = enter(id, fingerprint, isBoilerplate, own);
      for (const { entry: other, decision } of matchesOf(entry, candidatesOf(entry, keys))) {
        unite(entry, other, decision.reasons);
      }
      const [stayer] = former === undefined ? [] : (groups.get(former)?.entries ?? []);
      if (stayer !== undefined) unite(entry, stayer, ['not_told_apart']);
      remember(entry, keys);
    },

    clusterOf: (id) => entries.get(id)?.cluster.cluster,
  };
}

const firstOrder = <Id, Cluster>(entry: Entry<Id, Cluster>): number =>
  entry.cluster.entries[0]?.order ?? entry.order;
