/**
 * How fast jobs are matched to people, without the database: the index of a batch of jobs, as the server uses it,
 * beside the plain loop over all pairs, on the same made-up data. Both have to find the same matches.
 *
 * Usage: npm run bench:matching -- [--jobs 500] [--people 10000] [--json]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { MatchableJob } from '../server/src/features/catalog/jobs/index.ts';
import { createJobIndexBuilder } from '../server/src/features/catalog/matching/job-index.ts';
import { matchPair } from '../server/src/features/catalog/matching/pair.ts';
import {
  type ParsedJob,
  parseJob,
  parseSeeker,
  type Seeker,
} from '../server/src/features/catalog/matching/parsed.ts';
import { createGenerator } from './matching/data.ts';

const now = new Date('2026-09-01T12:00:00Z');
/** People for whom the loop is run too; all of them would take minutes. */
const comparedPeople = 200;

interface Measured<T> {
  readonly result: T;
  /** CPU of the whole process, in microseconds. */
  readonly cpu: number;
  readonly seconds: number;
}

function measure<T>(work: () => T): Measured<T> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const result = work();
  const seconds = (performance.now() - before) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, cpu: user + system, seconds };
}

function buildIndex(jobs: readonly MatchableJob[]) {
  const builder = createJobIndexBuilder();
  const parsedJobs = jobs.map(parseJob);
  for (const job of parsedJobs) builder.add(job);
  return { index: builder.build(), parsedJobs };
}

function loopOver(parsedJobs: readonly ParsedJob[], seekers: readonly Seeker[]): string[] {
  const found: string[] = [];
  for (const seeker of seekers) {
    const parsedSeeker = parseSeeker(seeker);
    for (const job of parsedJobs) {
      const match = matchPair(parsedSeeker, job, now);
      if (match !== null && match.score >= seeker.minimum_match_score) {
        found.push(`${seeker.user_id} ${job.job.id} ${match.score}`);
      }
    }
  }
  return found;
}

function indexOver(index: ReturnType<typeof buildIndex>['index'], seekers: readonly Seeker[]): string[] {
  const found: string[] = [];
  for (const seeker of seekers) {
    for (const { job, match } of index.match(seeker, now)) {
      found.push(`${seeker.user_id} ${job.job.id} ${match.score}`);
    }
  }
  return found;
}

function run(jobCount: number, peopleCount: number) {
  const generator = createGenerator(1);
  const jobs = Array.from({ length: jobCount }, generator.job);
  const people = Array.from({ length: peopleCount }, generator.seeker);

  // The compiler has seen everything once before anything counts.
  const warm = buildIndex(jobs.slice(0, 50));
  loopOver(warm.parsedJobs, people.slice(0, 100));
  indexOver(warm.index, people.slice(0, 2_000));

  const built = measure(() => buildIndex(jobs));
  const { index, parsedJobs } = built.result;
  const indexed = measure(() => indexOver(index, people));
  const compared = people.slice(0, comparedPeople);
  const looped = measure(() => loopOver(parsedJobs, compared));
  const expected = looped.result.toSorted();
  const actual = indexOver(index, compared).toSorted();
  if (JSON.stringify(expected) !== JSON.stringify(actual)) throw new Error('the index finds other matches');

  const pairs = jobCount * peopleCount;
  const loopedPairs = jobCount * compared.length;
  const indexCpu = (built.cpu + indexed.cpu) / pairs;
  const loopCpu = looped.cpu / loopedPairs;
  return {
    jobs: jobCount,
    people: peopleCount,
    pairs,
    matches: indexed.result.length,
    build_milliseconds: Math.round(built.seconds * 1_000),
    match_milliseconds: Math.round(indexed.seconds * 1_000),
    pairs_per_second: Math.round(pairs / (built.seconds + indexed.seconds)),
    cpu_microseconds_per_pair: Number(indexCpu.toFixed(5)),
    loop_pairs_per_second: Math.round(loopedPairs / looped.seconds),
    loop_cpu_microseconds_per_pair: Number(loopCpu.toFixed(3)),
    ratio: Math.round(loopCpu / indexCpu),
  };
}

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '500' },
    people: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
});
const figures = run(Number(values.jobs), Number(values.people));
if (values.json) {
  console.log(JSON.stringify(figures));
} else {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.table(figures);
}
