import { type Kind, kinds } from '@rolecall/contract';
import { compareImportance, type Ranked } from '../routing/index.ts';

/** Something that a digest has collected. */
export interface Collected extends Ranked {
  readonly kind: Kind;
}

/** What a digest is made of. Each thing that was collected is in exactly one of the three. */
export interface Composition<Item> {
  /** What it tells, the best first. */
  readonly entries: readonly Item[];
  /** What it only counts. */
  readonly more: readonly Item[];
  /** What tells of a vacancy that something better in it tells of already. */
  readonly repeated: readonly Item[];
}

/** Jobs that a digest tells of, at most; and other things, at most. */
export const mostJobs = 10;
export const mostOthers = 10;
/** Of those jobs at most so many are of one company. */
export const mostOfCompany = 2;

/**
 * Chooses what a digest tells: the most urgent first, then what fits best, what ends soonest, and what is newest. A
 * vacancy is told of once, a company has a small share of the jobs, and all that has no place is counted.
 */
export function composeDigest<Item extends Collected>(collected: readonly Item[]): Composition<Item> {
  const ranked = collected.toSorted(compareForDigest);
  const clusters = clustersOf(ranked);
  const [entries, more, repeated]: [Item[], Item[], Item[]] = [[], [], []];
  const vacancies = new Set<string>();
  const ofCompany = new Map<string, number>();
  let jobs = 0;
  let others = 0;

  for (const item of ranked) {
    const job = jobOf(item);
    if (job === null) {
      if (others < mostOthers) entries.push(item);
      else more.push(item);
      others += 1;
      continue;
    }
    const vacancy = clusters.get(job.id) ?? job.id;
    if (vacancies.has(vacancy)) {
      repeated.push(item);
      continue;
    }
    vacancies.add(vacancy);
    const share = ofCompany.get(job.company) ?? 0;
    if (jobs < mostJobs && share < mostOfCompany) {
      entries.push(item);
      jobs += 1;
      ofCompany.set(job.company, share + 1);
    } else {
      more.push(item);
    }
  }
  return { entries, more, repeated };
}

function compareForDigest(a: Collected, b: Collected): number {
  return compareImportance(a, b) || b.created_at.getTime() - a.created_at.getTime() || (a.id < b.id ? -1 : 1);
}

/** The job that something is about; null: it is about something else, such as an application. */
function jobOf({ kind, payload }: Collected): { readonly id: string; readonly company: string } | null {
  const { job_id: id, company_name: company } = payload;
  if (kinds[kind].category !== 'jobs' || typeof id !== 'string') return null;
  return { id, company: typeof company === 'string' ? company.trim().toLowerCase() : '' };
}

/** The vacancies of jobs, as far as anything that was collected knows them: not every kind carries its cluster. */
function clustersOf(collected: readonly Collected[]): ReadonlyMap<string, string> {
  const clusters = new Map<string, string>();
  for (const { payload } of collected) {
    const { job_id: job, cluster_id: cluster } = payload;
    if (typeof job === 'string' && typeof cluster === 'string') clusters.set(job, cluster);
  }
  return clusters;
}
