import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { type DueJob, findRecentJobs, lockDueJobs, moveToVacancy, settleVacancies } from '../jobs/index.ts';
import { createClustering, type Merger } from './clustering.ts';
import type { Employers } from './employers.ts';
import { blocksOf, companyKeyOf, type Fingerprint } from './fingerprint.ts';
import { type PackedFingerprint, unpackFingerprint } from './packing.ts';
import type { ReadJob } from './reading.ts';
import { realmOf } from './realms.ts';
import { findRulings } from './rulings.store.ts';
import {
  lockDeciding,
  moveAll,
  selectKnown,
  selectOfBlocks,
  selectOfVacancies,
  selectTaken,
  selectVacancyIds,
  writePostings,
} from './vacancies.store.ts';

/** A posting that has become part of another vacancy. */
export interface MovedPosting {
  readonly jobId: string;
  readonly from: string;
  readonly to: string;
}

/** What was decided of some jobs. */
export interface Decided {
  readonly jobs: number;
  readonly moved: readonly MovedPosting[];
}

/** What was closed no longer ago can be posted again without being news. */
const daysOfReposts = 30;

/** Postings that would have to move are being written right now. The same succeeds later. */
export class PostingsHeldError extends Error {}

interface FreshPosting {
  readonly job: DueJob;
  readonly packed: PackedFingerprint;
  readonly fingerprint: Fingerprint;
}

/**
 * Decides of what vacancies jobs are, in one transaction, one process at a time. Jobs that were written since they were read,
 * or are being written, go on waiting.
 */
export async function decideJobs(
  tx: Tx,
  read: readonly ReadJob[],
  { employers, now }: { readonly employers: Employers; readonly now: Date },
): Promise<Decided> {
  await lockDeciding(tx);
  const held = await lockDueJobs(
    tx,
    read.map(({ job }) => job),
  );
  const mine = read.filter(({ job }) => held.has(job.id));
  const moved: MovedPosting[] = [];
  for (const [realm, own] of Map.groupBy(mine, ({ job }) => realmOf(job))) {
    moved.push(...(await decideOfRealm(tx, realm, own, { employers, now })));
  }
  return { jobs: mine.length, moved };
}

async function decideOfRealm(
  tx: Tx,
  realm: string,
  jobs: readonly ReadJob[],
  { employers, now }: { readonly employers: Employers; readonly now: Date },
): Promise<MovedPosting[]> {
  const fresh = jobs.flatMap(({ job, packed }): FreshPosting[] =>
    packed === null ? [] : [{ job, packed, fingerprint: unpackFingerprint(packed) }],
  );
  const ids = jobs.map(({ job }) => job.id);
  const former = await selectVacancyIds(tx, ids);
  const ruled = [...(await findRulings(tx, ids)).values()];
  const known = await findComparable(tx, realm, fresh, { former, ruled, now });
  // A new posting may stand between two that an operator has taken apart.
  const rulings = await findRulings(tx, [...ids, ...known.map(({ job_id }) => job_id)]);
  await employers.learn(tx, realm, comparedOf([...fresh, ...known].map(({ fingerprint }) => fingerprint)));

  const clustering = createClustering<string, string>(rulings);
  const isBoilerplateOf = (fingerprint: Fingerprint) => employers.of(realm, fingerprint);
  for (const { job_id, vacancy_id, fingerprint } of known) {
    clustering.place(job_id, fingerprint, isBoilerplateOf(fingerprint), vacancy_id);
  }
  const own = await chooseOwn(
    tx,
    jobs.map(({ job }) => job),
    former,
  );
  for (const { job, fingerprint } of fresh) {
    const isBoilerplate = isBoilerplateOf(fingerprint);
    clustering.add(job.id, fingerprint, isBoilerplate, own(job.id), former.get(job.id));
  }

  const vacancyOf = (id: string) => clustering.clusterOf(id) ?? own(id);
  await writePostings(
    tx,
    fresh.map(({ job, packed, fingerprint }) => ({
      ...packed,
      job_id: job.id,
      vacancy_id: vacancyOf(job.id),
      realm,
      company_key: companyKeyOf(fingerprint),
      title_key: fingerprint.title.joined,
      joined_to: clustering.mergers.get(own(job.id))?.joinedTo ?? null,
      reasons: clustering.mergers.get(own(job.id))?.reasons ?? [],
      blocks: blocksOf(fingerprint),
    })),
    (jobId) => former.has(jobId),
    now,
  );
  const moved = jobs.flatMap(({ job: { id, cluster_id: from } }) => {
    const to = vacancyOf(id);
    return from === to ? [] : [{ jobId: id, from, to }];
  });
  await settleVacancies(
    tx,
    jobs.map(({ job: { id } }) => ({ id, cluster_id: vacancyOf(id) })),
  );
  const decided = new Set(ids);
  for (const [from, merger] of clustering.mergers) {
    if (jobs.some(({ job }) => own(job.id) === from)) continue;
    const to = lastOf(clustering.mergers, from);
    const movedIds = (
      await moveAll(tx, from, to, { joined_to: merger.joinedTo, reasons: merger.reasons })
    ).filter((id) => !decided.has(id));
    if (!(await moveToVacancy(tx, movedIds, to))) throw new PostingsHeldError();
    moved.push(...movedIds.map((jobId) => ({ jobId, from, to })));
  }
  return moved;
}

/** Those that share a block with another; what the employers of the rest always say decides nothing. */
function comparedOf(fingerprints: readonly Fingerprint[]): Fingerprint[] {
  const blocks = fingerprints.map(blocksOf);
  const counts = new Map<number, number>();
  for (const block of blocks.flat()) counts.set(block, (counts.get(block) ?? 0) + 1);
  return fingerprints.filter((_, at) => blocks[at]?.some((block) => (counts.get(block) ?? 0) > 1));
}

/** What is compared with: what shares a block, the other postings of those vacancies, and what operators have named. */
async function findComparable(
  tx: Tx,
  realm: string,
  fresh: readonly FreshPosting[],
  {
    former,
    ruled,
    now,
  }: {
    readonly former: ReadonlyMap<string, string>;
    readonly ruled: readonly ReadonlyMap<string, unknown>[];
    readonly now: Date;
  },
) {
  const blocks = new Set(fresh.flatMap(({ fingerprint }) => blocksOf(fingerprint)));
  const found = [
    ...(await selectOfBlocks(tx, [...blocks])),
    ...ruled.flatMap((others) => [...others.keys()]),
  ];
  const since = new Date(now.getTime() - daysOfReposts * 86_400_000);
  const recent = await findRecentJobs(tx, [...new Set(found)], since);
  const vacancies = new Set((await selectVacancyIds(tx, [...recent])).values());
  for (const vacancy of former.values()) vacancies.add(vacancy);
  const mates = await selectOfVacancies(tx, [...vacancies]);
  const decided = new Set(fresh.map(({ job }) => job.id));
  const ids = [...new Set([...recent, ...mates])].filter((id) => !decided.has(id));
  const known = (await selectKnown(tx, ids)).filter((posting) => posting.realm === realm);
  return known.map((posting) => ({ ...posting, fingerprint: unpackFingerprint(posting) }));
}

/** Which vacancy each of these jobs is when it joins none: the one that it was, unless others are of it. */
async function chooseOwn(
  tx: Tx,
  jobs: readonly DueJob[],
  former: ReadonlyMap<string, string>,
): Promise<(jobId: string) => string> {
  const wanted = jobs.map(({ id, cluster_id }) => [former.get(id) ?? cluster_id, id] as const);
  const taken = new Set(
    await selectTaken(
      tx,
      [...new Set(wanted.flat())],
      jobs.map(({ id }) => id),
    ),
  );
  const own = new Map<string, string>();
  for (const [vacancy, id] of wanted) {
    const free = [vacancy, id].find((one) => !taken.has(one)) ?? uuidv7();
    taken.add(free);
    own.set(id, free);
  }
  return (jobId) => own.get(jobId) ?? jobId;
}

function lastOf(mergers: ReadonlyMap<string, Merger<string, string>>, vacancy: string): string {
  let last = vacancy;
  for (;;) {
    const next = mergers.get(last);
    if (next === undefined) return last;
    last = next.into;
  }
}
