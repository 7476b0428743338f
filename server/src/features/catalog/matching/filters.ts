import type { AnnualPay, ParsedJob, Seeker } from './parsed.ts';

/** Why a job is not for a person, however well it would score. */
export type Refusal = 'deadline' | 'company' | 'word' | 'employment_type' | 'remote' | 'place' | 'pay';

/** What a person asks of any job. */
export interface Wishes {
  readonly seeker: Seeker;
  readonly payFloor: AnnualPay | null;
  readonly hasPlaces: boolean;
}

/** What has been found out about one person and one job. */
export interface PairFacts {
  /** The first of the person's places that the job is in, as the person writes it. */
  readonly place: string | null;
  /** The job says where a person has to be, and none of the person's places is there. */
  readonly isOutOfReach: boolean;
  readonly isExcludedCompany: boolean;
  readonly hasExcludedWord: boolean;
}

/**
 * Decides whether a job may be shown to a person at all; null: it may. What a job leaves open never refuses it: only
 * a stated type, place or pay can contradict a wish.
 */
export function refusalOf(wishes: Wishes, job: ParsedJob, facts: PairFacts, now: Date): Refusal | null {
  if (job.job.deadline_at !== null && job.job.deadline_at <= now) return 'deadline';
  if (facts.isExcludedCompany) return 'company';
  if (facts.hasExcludedWord) return 'word';
  if (agreementOfType(wishes.seeker, job) === 'other') return 'employment_type';
  return (
    refusalByPlace(wishes, job, facts) ?? (agreementOfPay(wishes.payFloor, job) === 'below' ? 'pay' : null)
  );
}

/**
 * A remote job is near to everybody who has not refused remote work and may do it where they want to live; a job that
 * tells no place may be anywhere.
 */
function refusalByPlace(wishes: Wishes, job: ParsedJob, facts: PairFacts): Refusal | null {
  const { remote } = wishes.seeker;
  if (remote === 'remote_only' && !job.isRemote) return 'remote';
  if (remote === 'on_site_only' && job.isRemote) return 'remote';
  if (facts.isOutOfReach && facts.place === null) return 'place';
  if (!wishes.hasPlaces || job.isRemote || job.isAnywhere || facts.place !== null) return null;
  return 'place';
}

/** Whether the type of employment is one that the person wants. */
export function agreementOfType(seeker: Seeker, job: ParsedJob): 'wanted' | 'other' | 'unknown' {
  const type = job.job.employment_type;
  if (type === null || seeker.employment_types.length === 0) return 'unknown';
  return seeker.employment_types.includes(type) ? 'wanted' : 'other';
}

/** How stated pay stands to the person's floor. Another currency cannot be compared, nor can pay that is not stated. */
export function agreementOfPay(floor: AnnualPay | null, job: ParsedJob): 'enough' | 'below' | 'unknown' {
  if (floor === null || job.pay === null || floor.currency !== job.pay.currency) return 'unknown';
  return job.pay.amount >= floor.amount ? 'enough' : 'below';
}
