import type { Match } from '@rolecall/contract';
import { isEligible, isOffered } from '../places/index.ts';
import { type PairFacts, type Refusal, refusalOf, type Wishes } from './filters.ts';
import type { ParsedJob, ParsedSeeker } from './parsed.ts';
import { mainPointsFor, pointSchemeOf, pointsOf, scorePair } from './score.ts';
import { type Skill, type SkillPlace, skillShare, skillWeight } from './skills.ts';
import { hasPhrase } from './text.ts';
import { commonWeight, type TitleTerms, titleShare } from './titles.ts';

/**
 * Matches one person and one job: null when a filter refuses the job or nothing agrees. The score may be below the
 * person's minimum. This is the definition of a match; the index finds the same for many people at once.
 */
export function matchPair(seeker: ParsedSeeker, job: ParsedJob, now: Date): Match | null {
  const scheme = pointSchemeOf(seeker.titles.length > 0, seeker.skills.length > 0);
  if (scheme === null) return null;
  const wishes = wishesOf(seeker);
  const facts = factsOf(seeker, job);
  if (refusalOf(wishes, job, facts, now) !== null) return null;

  const main = mainPointsFor(scheme, job);
  const best = bestTitle(seeker.titles, job);
  const found = seeker.skills.map(({ name, skill }) => ({ name, weight: foundWeight(skill, job) }));
  const foundTotal = found.reduce((sum, { weight }) => sum + weight, 0);
  const total = seeker.skills.reduce((sum, { skill }) => sum + skill.weight, 0);
  return scorePair(wishes, job, facts, main, {
    titleShare: best.share,
    titleTerms: () => (best.title === null ? [] : commonTerms(best.title, job.title)),
    skillPoints: pointsOf(skillShare(foundTotal, total), main.skills),
    skillTerms: () => found.filter(({ weight }) => weight > 0).map(({ name }) => name),
  });
}

/** Which filter refuses the job, whatever else would; null: none does. */
export function refusalOfPair(seeker: ParsedSeeker, job: ParsedJob, now: Date): Refusal | null {
  return refusalOf(wishesOf(seeker), job, factsOf(seeker, job), now);
}

/** The first of the words that the person excludes and that stand in the job, as the person writes it. */
export function excludedWordIn({ seeker, excludedPhrases }: ParsedSeeker, job: ParsedJob): string | null {
  const place = excludedPhrases.findIndex((phrase) => standsIn(phrase, job));
  return seeker.excluded_words[place] ?? null;
}

function wishesOf({ seeker, payFloor, places }: ParsedSeeker): Wishes {
  return { seeker, payFloor, hasPlaces: places.length > 0 };
}

function standsIn(phrase: readonly string[], job: ParsedJob): boolean {
  return hasPhrase(job.titleWords, phrase) || hasPhrase(job.textWords, phrase);
}

/** The words that both titles have, in the order of the wanted one. */
export function commonTerms(wanted: TitleTerms, offered: TitleTerms): string[] {
  return [...wanted.weights.keys()].filter((term) => offered.weights.has(term));
}

function factsOf(seeker: ParsedSeeker, job: ParsedJob): PairFacts {
  const { places } = seeker;
  const { scope } = job.offer;
  return {
    place: places.find(({ wish }) => isOffered(wish, job.offer))?.name ?? null,
    isOutOfReach: scope !== null && places.length > 0 && !places.some(({ wish }) => isEligible(wish, scope)),
    isExcludedCompany: seeker.excludedCompanies.has(job.company),
    hasExcludedWord: seeker.excludedPhrases.some((phrase) => standsIn(phrase, job)),
  };
}

function bestTitle(
  titles: readonly TitleTerms[],
  job: ParsedJob,
): { title: TitleTerms | null; share: number } {
  let best: { title: TitleTerms | null; share: number } = { title: null, share: 0 };
  for (const title of titles) {
    const share = titleShare(commonWeight(title, job.title), title, job.title);
    if (share > best.share) best = { title, share };
  }
  return best;
}

function foundWeight(skill: Skill, job: ParsedJob): number {
  const place = placeOf(skill, job);
  return place === null ? 0 : skillWeight(skill, place);
}

function placeOf(skill: Skill, job: ParsedJob): SkillPlace | null {
  const isListed = skill.phrases.some(({ words, ambiguous }) =>
    ambiguous
      ? job.skillWords.some((listed) => listed.length === words.length && hasPhrase(listed, words))
      : hasPhrase(job.titleWords, words) || job.skillWords.some((listed) => hasPhrase(listed, words)),
  );
  if (isListed) return 'listed';
  const isWritten = skill.phrases.some(
    ({ words, ambiguous }) => !ambiguous && hasPhrase(job.textWords, words),
  );
  return isWritten ? 'text' : null;
}
