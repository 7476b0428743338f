import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Absences, FoundAbsence } from '../../messaging/trace/index.ts';
import { findPostedJob, type PostedJob } from '../jobs/index.ts';
import { absenceMessages } from './absence.messages.ts';
import { alertKey } from './alerts.ts';
import type { LeftOutReason } from './found.ts';
import { type KnownMatch, selectMatch } from './matching.store.ts';
import type { SavedSearches, SearchAnswer, Seekers } from './new-jobs.ts';
import { excludedWordIn, matchPair, refusalOfPair } from './pair.ts';
import { parseJob, parseSeeker, type Seeker } from './parsed.ts';
import { findWindow } from './windows.store.ts';

export interface AbsencesDependencies {
  readonly seekers: Pick<Seekers, 'read'>;
  readonly savedSearches: Pick<SavedSearches, 'findingOf'>;
  /** The person's own application for a job; null: none. */
  readonly applicationOf: (tx: Tx, userId: string, jobId: string) => Promise<string | null>;
}

type Messages = ReturnType<typeof absenceMessages>;

/** Why somebody has heard nothing of a job. */
export type AbsenceCode = (typeof absenceMessages.keys)[number];

/** What decided. */
interface Reason {
  readonly code: AbsenceCode;
  readonly text: string;
  readonly score?: number;
  readonly minimum?: number;
  readonly toldUnder?: string;
}

const profile = '/settings/profile';
const pages: ReadonlyMap<AbsenceCode, string> = new Map([
  ['empty_profile', profile],
  ['company', profile],
  ['word', profile],
  ['employment_type', profile],
  ['remote', profile],
  ['place', profile],
  ['pay', profile],
  ['below_minimum', profile],
  ['nothing_agrees', profile],
  ['alert_told', '/alerts'],
  ['alert_waiting', '/alerts'],
  ['alert_paused', '/alerts'],
]);

function whyUnmatched({ hold, company_trust: trust, status }: PostedJob) {
  if (hold !== 'none') return trust === 'unverified' ? 'unverified_company' : 'under_review';
  return status === 'open' ? 'not_matched' : 'closed';
}

/** Finds out why a person has heard nothing of a job. */
export function createAbsences({ seekers, savedSearches, applicationOf }: AbsencesDependencies): Absences {
  async function findReason(tx: Tx, viewer: Viewer, job: PostedJob, say: Messages): Promise<Reason> {
    if (job.posted_by === viewer.userId) return { code: 'own_job', text: say.own_job() };
    if (viewer.role !== 'job_seeker') return { code: 'no_seeker', text: say.no_seeker() };
    if ((await applicationOf(tx, viewer.userId, job.id)) !== null) {
      return { code: 'applied', text: say.applied() };
    }
    const match = await selectMatch(tx, viewer.userId, job.cluster_id);
    if (match !== undefined && match.job_id !== job.id) {
      return {
        code: 'same_vacancy',
        text: say.same_vacancy(),
        toldUnder: await keyOf(tx, match, job.cluster_id),
      };
    }
    const collected = match === undefined ? null : await reasonOfWindow(tx, match, job.cluster_id, say);
    if (collected !== null) return collected;
    const found = await savedSearches.findingOf(tx, viewer.userId, job.cluster_id);
    const searched = found === null ? null : reasonOfSearch(found, say);
    if (searched !== null) return searched;
    if (job.matched_at === null) {
      const code = whyUnmatched(job);
      return { code, text: say[code]() };
    }
    const seeker = { user_id: viewer.userId, ...(await seekers.read(tx, viewer.userId)) };
    return reasonOfProfile(seeker, job, job.matched_at, say);
  }

  return {
    async explain(tx, viewer, subject, { locale, timeZone }): Promise<FoundAbsence | null> {
      const jobId = /^job:(.+)$/.exec(subject)?.[1];
      const job = jobId === undefined ? undefined : await findPostedJob(tx, jobId);
      if (job === undefined) return null;
      const reason = await findReason(tx, viewer, job, absenceMessages(locale, timeZone));
      return {
        code: reason.code,
        text: reason.text,
        score: reason.score ?? null,
        minimum: reason.minimum ?? null,
        path: pages.get(reason.code) ?? null,
        toldUnder: reason.toldUnder ?? null,
      };
    },
  };
}

/** The key under which a match was told. */
async function keyOf(tx: Tx, { window_id, left_out }: KnownMatch, clusterId: string): Promise<string> {
  const window = window_id === null || left_out !== null ? undefined : await findWindow(tx, window_id);
  return (window?.told ?? 0) > 1 ? `match_window:${window_id}` : alertKey(clusterId);
}

/** Why a match that was collected has no notification of its own; null: it was not collected. */
async function reasonOfWindow(
  tx: Tx,
  match: KnownMatch,
  clusterId: string,
  say: Messages,
): Promise<Reason | null> {
  if (match.window_id === null) return null;
  const code = match.left_out === null ? undefined : leftOutCodes.get(match.left_out);
  if (code !== undefined) return { code, text: say[code]() };
  const window = await findWindow(tx, match.window_id);
  if (window?.status === 'open') return { code: 'collected', text: say.collected() };
  return { code: 'told_together', text: say.told_together(), toldUnder: await keyOf(tx, match, clusterId) };
}

/** What a saved search of the person has done with it; null: nothing that would be the reason. */
function reasonOfSearch({ name, state, toldUnder }: SearchAnswer, say: Messages): Reason | null {
  if (state === 'told') {
    return { code: 'alert_told', text: say.alert_told({ name }), ...(toldUnder !== null && { toldUnder }) };
  }
  if (state === 'waiting') return { code: 'alert_waiting', text: say.alert_waiting({ name }) };
  if (state === 'paused') return { code: 'alert_paused', text: say.alert_paused({ name }) };
  if (state === 'applied') return { code: 'applied', text: say.applied() };
  const code = leftOutCodes.get(state);
  return code === undefined ? null : { code, text: say[code]() };
}

const leftOutCodes: ReadonlyMap<
  LeftOutReason,
  'left_account' | 'left_closed' | 'left_held' | 'left_hidden' | 'left_muted' | 'left_minimum'
> = new Map([
  ['account_disabled', 'left_account'],
  ['job_closed', 'left_closed'],
  ['job_held', 'left_held'],
  ['job_hidden', 'left_hidden'],
  ['muted', 'left_muted'],
  ['below_minimum', 'left_minimum'],
]);

/**
 * What the profile of today says about a job that was matched to people, as of that moment. The first filter that
 * refuses it decides, then the score.
 */
function reasonOfProfile(seeker: Seeker, job: PostedJob, matchedAt: Date, say: Messages): Reason {
  const [person, parsed] = [parseSeeker(seeker), parseJob(job)];
  if (person.titles.length === 0 && person.skills.length === 0) {
    return { code: 'empty_profile', text: say.empty_profile() };
  }
  const refusal = refusalOfPair(person, parsed, matchedAt);
  if (refusal === 'company') return { code: refusal, text: say.company({ name: job.company_name }) };
  if (refusal === 'word') {
    return { code: refusal, text: say.word({ name: excludedWordIn(person, parsed) ?? '' }) };
  }
  if (refusal !== null) return { code: refusal, text: say[refusal]() };
  const minimum = seeker.minimum_match_score;
  const match = matchPair(person, parsed, matchedAt);
  if (match === null) return { code: 'nothing_agrees', text: say.nothing_agrees() };
  const { score } = match;
  if (score < minimum) {
    return { code: 'below_minimum', text: say.below_minimum({ score, minimum }), score, minimum };
  }
  return { code: 'fits_by_now', text: say.fits_by_now({ score, moment: matchedAt }), score, minimum };
}
