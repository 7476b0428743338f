import type { AnyNotification } from '../../messaging/notifications/index.ts';
import { annualPay, companyMarkOf, type MatchableJob, type TellableJob, toPay } from '../jobs/index.ts';
import type { AlertedMatch, AlertKind, StoredMatch } from './found.ts';
import type { Seeker } from './parsed.ts';

/** Stated pay is news when it reaches so many times what the person asks for. */
const newsworthyPay = 1.25;
/** Common skills by which a job asks for what the person knows best. */
const newsworthySkills = 6;

/**
 * By what kind a match is told. One person hears of one vacancy once, so of several kinds that would do the most
 * telling is chosen: pay well above what was asked for, then a job that is all about the person's skills.
 */
export function alertOf(
  match: Pick<StoredMatch, 'reasons'>,
  job: MatchableJob,
  payFloor: Seeker['pay_floor'],
): AlertKind {
  if (isWellPaid(job, payFloor)) return 'salary_alert';
  const skills = match.reasons.find(({ code }) => code === 'skills')?.terms ?? [];
  return skills.length >= newsworthySkills ? 'skill_match' : 'job_alert';
}

function isWellPaid(job: MatchableJob, floor: Seeker['pay_floor']): boolean {
  const pay = toPay(job);
  const best = pay?.maximum ?? pay?.minimum ?? null;
  if (floor === null || pay === null || best === null || pay.currency !== floor.currency) return false;
  return annualPay(best, pay.period) >= newsworthyPay * annualPay(floor.amount, floor.period);
}

/** Under which key a vacancy is told by itself, whatever the kind. */
export const alertKey = (vacancyId: string): string => `job_alert:${vacancyId}`;

/** Tells of a match. */
export function toAlert(match: AlertedMatch, job: TellableJob): AnyNotification {
  const common = {
    userId: match.user_id,
    // The vacancy, not the posting, and whatever the kind: a repost is no news.
    dedupeKey: alertKey(match.cluster_id),
    subject: `job:${job.id}`,
  };
  const about = toFields(job);
  const pay = toPay(job);
  if (match.alert === 'salary_alert' && pay !== null) {
    return { ...common, kind: 'salary_alert', payload: { ...about, pay } };
  }
  const skills = match.reasons.find(({ code }) => code === 'skills')?.terms ?? [];
  if (match.alert === 'skill_match' && skills.length > 0) {
    return { ...common, kind: 'skill_match', payload: { ...about, score: match.score, skills } };
  }
  return { ...common, kind: 'job_alert', payload: { ...about, ...toFit(match, job) } };
}

/** Tells of all that a window has collected. @param told the best of it, the best first; @param count of all of it */
export function toSummary(
  window: { readonly id: string; readonly user_id: string },
  told: readonly { readonly match: StoredMatch; readonly job: TellableJob }[],
  count: number,
): AnyNotification {
  const key = `match_window:${window.id}`;
  return {
    userId: window.user_id,
    dedupeKey: key,
    subject: key,
    kind: 'job_matches',
    payload: {
      count,
      jobs: told.map(({ match, job }) => ({ ...toFields(job), ...toFit(match, job) })),
      score: Math.max(...told.map(({ match }) => match.score)),
      window_id: window.id,
    },
  };
}

function toFields(job: TellableJob) {
  return {
    job_id: job.id,
    job_title: job.title,
    company_name: job.company_name,
    company_id: job.company_id,
    ...companyMarkOf(job),
  };
}

/** How and where it fits. */
function toFit({ score, reasons }: StoredMatch, job: TellableJob) {
  return {
    location: job.places[0] ?? null,
    score,
    reasons: [...reasons],
    pay: toPay(job),
    cluster_id: job.cluster_id,
    deadline_at: job.deadline_at?.toISOString() ?? null,
    published_at: job.published_at.toISOString(),
  };
}
