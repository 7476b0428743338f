import { type Match, type MatchReason, seniorities } from '@rolecall/contract';
import { agreementOfPay, agreementOfType, type PairFacts, type Wishes } from './filters.ts';
import type { ParsedJob, Seeker } from './parsed.ts';

/**
 * Points of each reason. Titles and skills share 80; who has told only one of them is judged by that one. The rest
 * are small: they order jobs that fit, they do not make a job fit.
 */
const points = {
  titleAndSkills: { title: 50, skills: 30 },
  titleOnly: { title: 80, skills: 0 },
  skillsOnly: { title: 0, skills: 80 },
  seniority: 6,
  nextSeniority: 2,
  place: 5,
  remote: 3,
  pay: 3,
  employmentType: 3,
} as const;

/** The most that agreement beyond title and skills can add for this person: nothing where nothing is wished. */
export function maximumExtraPoints({
  seniority,
  places,
  remote,
  pay_floor,
  employment_types,
}: Seeker): number {
  const place = places.length === 0 ? 0 : points.place;
  return (
    (seniority === null ? 0 : points.seniority) +
    (remote === 'remote_only' ? place + points.remote : place) +
    (pay_floor === null ? 0 : points.pay) +
    (employment_types.length === 0 ? 0 : points.employmentType)
  );
}

/** A title so many levels away from the wanted one is only half the wanted title. */
const farSeniority = 3;

/** How many words of one reason are kept. */
const maximumTerms = 10;

/** Points of title and skills for a person. */
export interface MainPoints {
  readonly title: number;
  readonly skills: number;
}

/** What title and skills can bring a person with some job. */
export interface PointScheme {
  /** For jobs that tell what the work is. */
  readonly told: MainPoints;
  /** For jobs of which only the title is known: it would be wrong to hold missing skills against them. */
  readonly titleOnly: MainPoints;
}

/** The points for this person; null when the profile has told neither titles nor skills, and so nothing can fit. */
export function pointSchemeOf(hasTitles: boolean, hasSkills: boolean): PointScheme | null {
  if (!hasTitles) return hasSkills ? { told: points.skillsOnly, titleOnly: points.skillsOnly } : null;
  return { told: hasSkills ? points.titleAndSkills : points.titleOnly, titleOnly: points.titleOnly };
}

export function mainPointsFor(scheme: PointScheme, job: ParsedJob): MainPoints {
  return job.isTitleOnly ? scheme.titleOnly : scheme.told;
}

/** Points of a part of a title or of the skills. */
export function pointsOf(share: number, maximum: number): number {
  return Math.round(share * maximum);
}

/** A share below this is not worth so many points; above 1 none is. A hair less, for the rounding of the division. */
export function shareWorth(wanted: number, maximum: number): number {
  if (wanted <= 0) return 0;
  return maximum === 0 ? Number.POSITIVE_INFINITY : (wanted - 0.5) / maximum - 1e-9;
}

/** How far title and skills of a pair agree, and in what. */
export interface Agreement {
  readonly titleShare: number;
  readonly titleTerms: () => readonly string[];
  readonly skillPoints: number;
  readonly skillTerms: () => readonly string[];
}

/**
 * Scores a pair that no filter refuses: the sum of the points of its reasons, the weightiest first. Null when neither
 * the title nor a skill brings a point.
 */
export function scorePair(
  wishes: Wishes,
  job: ParsedJob,
  facts: PairFacts,
  main: MainPoints,
  agreement: Agreement,
): Match | null {
  const { seeker } = wishes;
  const distance = seniorityDistance(seeker, job);
  const factor = distance !== null && distance >= farSeniority ? 0.5 : 1;
  const titlePoints = pointsOf(agreement.titleShare * factor, main.title);
  if (titlePoints + agreement.skillPoints === 0) return null;

  const reasons: MatchReason[] = [];
  const add = (code: MatchReason['code'], points: number, terms: readonly string[]) => {
    if (points > 0) reasons.push({ code, terms: terms.slice(0, maximumTerms), points });
  };
  add('title', titlePoints, agreement.titleTerms());
  add('skills', agreement.skillPoints, agreement.skillTerms());
  if (distance === 0) add('seniority', points.seniority, [String(job.job.seniority)]);
  if (distance === 1) add('seniority', points.nextSeniority, [String(job.job.seniority)]);
  if (facts.place !== null) add('place', points.place, [facts.place]);
  if (remoteHelps(wishes, job, facts)) add('remote', points.remote, []);
  if (agreementOfPay(wishes.payFloor, job) === 'enough') add('pay', points.pay, []);
  if (agreementOfType(seeker, job) === 'wanted') {
    add('employment_type', points.employmentType, [String(job.job.employment_type)]);
  }
  // The sort is stable, so that equal points keep the order above.
  reasons.sort((a, b) => b.points - a.points);
  return { score: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons };
}

/** Remote work is a reason for who wants nothing else, and for who lives where the job is not. */
function remoteHelps(wishes: Wishes, job: ParsedJob, facts: PairFacts): boolean {
  if (!job.isRemote) return false;
  return wishes.seeker.remote === 'remote_only' || (wishes.hasPlaces && facts.place === null);
}

/** Levels between the person and the job; null when one of them is unknown. */
function seniorityDistance(seeker: Seeker, job: ParsedJob): number | null {
  if (seeker.seniority === null || job.job.seniority === null) return null;
  return Math.abs(seniorities.indexOf(seeker.seniority) - seniorities.indexOf(job.job.seniority));
}
