import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Absences, FoundAbsence } from '../../messaging/trace/index.ts';
import { type JudgedJob, selectJudgedJob, selectMatchedPosting } from './matching.store.ts';
import type { Seekers } from './new-jobs.ts';
import { excludedWordIn, matchPair, refusalOfPair } from './pair.ts';
import { readJob, readSeeker, type Seeker } from './readings.ts';
import { sayUntold, type UntoldCode } from './untold.texts.ts';

export interface UntoldDependencies {
  readonly seekers: Pick<Seekers, 'read'>;
  /** The viewer's own application for a job; null: none. */
  readonly applicationOf: (viewer: Viewer, jobId: string) => Promise<string | null>;
}

/** What decided, with what its sentence names. */
interface Verdict {
  readonly code: UntoldCode;
  readonly name?: string;
  readonly score?: number;
  readonly minimum?: number;
  readonly toldUnder?: string;
}

const profile = '/settings/profile';
const pages: Partial<Record<UntoldCode, string>> = {
  empty_profile: profile,
  company: profile,
  word: profile,
  employment_type: profile,
  remote: profile,
  place: profile,
  pay: profile,
  below_minimum: profile,
  nothing_agrees: profile,
};

/** Finds out why a person has heard nothing of a job. */
export function createUntold({ seekers, applicationOf }: UntoldDependencies): Absences {
  async function judge(tx: Tx, viewer: Viewer, job: JudgedJob): Promise<Verdict> {
    if (job.posted_by === viewer.userId) return { code: 'own_job' };
    if (viewer.role !== 'job_seeker') return { code: 'no_seeker' };
    if ((await applicationOf(viewer, job.id)) !== null) return { code: 'applied' };
    const posting = await selectMatchedPosting(tx, viewer.userId, job.cluster_id);
    if (posting !== undefined && posting !== job.id) {
      return { code: 'same_vacancy', toldUnder: `job_alert:${job.cluster_id}` };
    }
    if (job.matched_at === null) return { code: job.status === 'open' ? 'not_matched' : 'closed' };
    const seeker = { user_id: viewer.userId, ...(await seekers.read(tx, viewer.userId)) };
    return judgePair(seeker, job, job.matched_at);
  }

  return {
    async explain(tx, viewer, subject, { locale, timeZone }): Promise<FoundAbsence | null> {
      const jobId = /^job:(.+)$/.exec(subject)?.[1];
      const job = jobId === undefined ? undefined : await selectJudgedJob(tx, jobId);
      if (job === undefined) return null;
      const { code, name, score, minimum, toldUnder } = await judge(tx, viewer, job);
      return {
        code,
        text: sayUntold(code, { locale, timeZone, name, score, minimum, matchedAt: job.matched_at }),
        score: score ?? null,
        minimum: minimum ?? null,
        path: pages[code] ?? null,
        toldUnder: toldUnder ?? null,
      };
    },
  };
}

/**
 * Judges a job that has been matched to people, by the profile of today as of that moment. The first filter that
 * refuses it decides, then the score.
 */
function judgePair(seeker: Seeker, job: JudgedJob, matchedAt: Date): Verdict {
  const [person, reading] = [readSeeker(seeker), readJob(job)];
  if (person.titles.length === 0 && person.skills.length === 0) return { code: 'empty_profile' };
  const refusal = refusalOfPair(person, reading, matchedAt);
  if (refusal === 'company') return { code: 'company', name: job.company_name };
  if (refusal === 'word') return { code: 'word', name: excludedWordIn(person, reading) ?? '' };
  if (refusal !== null) return { code: refusal };
  const minimum = seeker.minimum_match_score;
  const match = matchPair(person, reading, matchedAt);
  if (match === null) return { code: 'nothing_agrees' };
  if (match.score < minimum) return { code: 'below_minimum', score: match.score, minimum };
  return { code: 'fits_by_now', score: match.score, minimum };
}
