/**
 * The search index alone: how long it takes to build, what a search costs, how much memory it holds, how fast a snapshot loads,
 * and how many misspelt searches still find what was meant.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollection, partsOf } from '../../server/src/features/catalog/search/engine/collection.ts';
import { findSynonyms } from '../../server/src/features/catalog/search/engine/concepts.ts';
import { toDocument } from '../../server/src/features/catalog/search/engine/document.ts';
import type { SearchRequest } from '../../server/src/features/catalog/search/engine/request.ts';
import { createSearcher } from '../../server/src/features/catalog/search/engine/search.ts';
import { readSnapshot, writeSnapshot } from '../../server/src/features/catalog/search/engine/snapshot.ts';
import { type MadeSearch, madePostings, madeSearches, madeTitle, oneTypo, randomFrom } from './jobs.ts';

export interface EngineFigures {
  readonly jobs: number;
  readonly buildSeconds: number;
  readonly memoryMb: number;
  readonly snapshotMb: number;
  readonly snapshotSeconds: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly typoRecall: number;
}

const now = 1_790_000_000_000;

export function toRequest(search: MadeSearch, facets: boolean): SearchRequest {
  const days = search['posted_within_days'];
  const pay = search['pay_minimum'];
  const workplace = (['remote', 'hybrid', 'on_site'] as const).find((value) => value === search['workplace']);
  return {
    words: search['q'] ?? null,
    read: ['en', 'de'],
    place: search['place'] ?? null,
    withinKm: null,
    workplaces: workplace === undefined ? [] : [workplace],
    employmentTypes: [],
    seniorities: [],
    companyIds: [],
    sourceIds: [],
    pay: pay === undefined ? null : { annual: Number(pay), currency: 'EUR' },
    publishedSince: days === undefined ? null : now - Number(days) * 86_400_000,
    order: 'relevance',
    payCurrency: 'EUR',
    after: null,
    limit: 20,
    without: [],
    facets: facets ? { values: 20 } : null,
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

const memory = (): number => {
  if (typeof collectGarbage === 'function') collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** The typo recall is the share of the ten best jobs for a title that the misspelt title still finds among its first 100. */
export function measureEngine(jobs: number, searches: number, log: (line: string) => void): EngineFigures {
  // What is shipped is read once, whatever is searched.
  findSynonyms(['nurse'], new Set(['de']));
  createCollection().places.search('Berlin', null);
  const empty = memory();
  let begun = performance.now();
  const collection = createCollection();
  let made = 0;
  for (const posting of madePostings(jobs)) {
    const from = performance.now();
    collection.put(toDocument([posting]));
    made += performance.now() - from;
  }
  const searcher = createSearcher(collection, findSynonyms);
  begun = performance.now();
  searcher.search(toRequest({ q: 'first' }, true));
  const buildSeconds = (made + performance.now() - begun) / 1_000;
  log(`built in ${buildSeconds.toFixed(1)} s`);
  const memoryMb = (memory() - empty) / 1_048_576;
  log(`${memoryMb.toFixed(0)} MB`);

  const times: number[] = [];
  const warm = 300;
  let number = 0;
  let cpu = process.cpuUsage();
  for (const search of madeSearches()) {
    if (number === warm) cpu = process.cpuUsage();
    const from = performance.now();
    searcher.search(toRequest(search, true));
    if (number >= warm) times.push(performance.now() - from);
    number += 1;
    if (number === searches + warm) break;
  }
  const used = process.cpuUsage(cpu);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  log(`p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`);

  const random = randomFrom(11);
  let tried = 0;
  let recalled = 0;
  while (tried < 1_000) {
    const title = madeTitle(random).replace(' (m/w/d)', '').toLowerCase();
    const meant = searcher.search({ ...toRequest({ q: title }, false), limit: 100 });
    const typo = oneTypo(random, title);
    if (meant.jobs.length === 0 || typo === title) continue;
    tried += 1;
    const found = new Set(
      searcher.search({ ...toRequest({ q: typo }, false), limit: 100 }).jobs.map(({ id }) => id),
    );
    const top = meant.jobs.slice(0, 10);
    recalled += top.filter(({ id }) => found.has(id)).length / top.length;
  }

  const file = join(tmpdir(), `rolecall-bench-${process.pid}.search`);
  const size = writeSnapshot(file, partsOf(collection), {});
  begun = performance.now();
  const loaded = createCollection(readSnapshot(file).parts);
  createSearcher(loaded, findSynonyms).search(toRequest({ q: 'first' }, true));
  const snapshotSeconds = (performance.now() - begun) / 1_000;
  rmSync(file);
  return {
    jobs,
    buildSeconds,
    memoryMb,
    snapshotMb: size / 1_048_576,
    snapshotSeconds,
    meanMs: (used.user + used.system) / 1_000 / searches,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    typoRecall: recalled / tried,
  };
}
