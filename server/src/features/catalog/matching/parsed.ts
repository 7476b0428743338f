import type { Profile } from '@rolecall/contract';
import { normalizeCompanyName } from '../companies/index.ts';
import { annualPay, type MatchableJob, toPay } from '../jobs/index.ts';
import { type PlaceOffer, type PlaceWish, readOffer, readWish } from '../places/index.ts';
import { namesOfSkills, skillVocabulary } from '../skills/index.ts';
import { parseSkill, type Skill } from './skills.ts';
import { wordsOf } from './text.ts';
import { type TitleTerms, titleTerms } from './titles.ts';

/** What matching needs of a job seeker: what the profile wishes. */
export type Seeker = { readonly user_id: string } & Readonly<
  Pick<
    Profile,
    | 'skills'
    | 'wanted_titles'
    | 'places'
    | 'remote'
    | 'pay_floor'
    | 'employment_types'
    | 'seniority'
    | 'excluded_companies'
    | 'excluded_words'
    | 'minimum_match_score'
  >
>;

/** Pay as an amount per year. */
export interface AnnualPay {
  readonly amount: number;
  readonly currency: string;
}

/** A job, read once and then compared with many people. */
export interface ParsedJob {
  readonly job: MatchableJob;
  readonly title: TitleTerms;
  readonly titleWords: readonly string[];
  /** Each skill that the job lists or that its title names, as words. */
  readonly skillWords: readonly (readonly string[])[];
  readonly textWords: readonly string[];
  /** There is neither a text nor a list of skills. */
  readonly isTitleOnly: boolean;
  readonly company: string;
  /** Where it is, and where a person has to be for it. */
  readonly offer: PlaceOffer;
  readonly isRemote: boolean;
  /** Nothing is known of where the work is. */
  readonly isAnywhere: boolean;
  readonly pay: AnnualPay | null;
}

/** A job seeker, read once and then compared with many jobs. */
export interface ParsedSeeker {
  readonly seeker: Seeker;
  /** In the order of the profile, without those that say nothing. */
  readonly titles: readonly TitleTerms[];
  /** Each skill once, with the name that the profile gives it. */
  readonly skills: readonly { readonly name: string; readonly skill: Skill }[];
  readonly places: readonly { readonly name: string; readonly wish: PlaceWish }[];
  readonly payFloor: AnnualPay | null;
  readonly excludedCompanies: ReadonlySet<string>;
  readonly excludedPhrases: readonly (readonly string[])[];
}

/** Characters of a description that are read; what follows is the employer's praise of itself. */
const readableLength = 20_000;

export function parseJob(job: MatchableJob): ParsedJob {
  const offer = readOffer({
    places: job.places,
    workplace: job.workplace,
    description: job.description_text,
  });
  const textWords = wordsOf(job.description_text.slice(0, readableLength));
  return {
    job,
    title: titleTerms(job.title),
    titleWords: wordsOf(job.title),
    skillWords: [...job.skills, ...skillsOfTitle(job.title)].map(wordsOf),
    textWords,
    isTitleOnly: textWords.length === 0 && job.skills.length === 0,
    company: normalizeCompanyName(job.company_name),
    offer,
    isRemote: offer.workplace === 'remote',
    isAnywhere: offer.workplace === null && offer.places.length + offer.unknown.length === 0,
    pay: statedPay(job),
  };
}

/** A title of words for search engines. */
const mostSkillsOfTitle = 10;

/** Read with care for usual words: a 'Go Developer' knows Go, a 'Go-to-Market Manager' does not. */
const skillsOfTitle = (title: string): string[] =>
  namesOfSkills(skillVocabulary(), [title], mostSkillsOfTitle);

/** The upper end of what is stated, by which a wish for 'at least' is met. */
function statedPay(job: MatchableJob): AnnualPay | null {
  const pay = toPay(job);
  const amount = pay?.maximum ?? pay?.minimum ?? null;
  if (pay === null || amount === null) return null;
  return { amount: annualPay(amount, pay.period, job.pay_months), currency: pay.currency };
}

export function parseSeeker(seeker: Seeker): ParsedSeeker {
  return {
    seeker,
    titles: seeker.wanted_titles.map(titleTerms).filter((title) => title.total > 0),
    skills: parseSkills(seeker.skills),
    places: seeker.places.flatMap((name) => {
      const wish = readWish(name);
      return wish === null ? [] : [{ name, wish }];
    }),
    payFloor: payFloorOf(seeker),
    excludedCompanies: new Set(seeker.excluded_companies.map(normalizeCompanyName)),
    excludedPhrases: seeker.excluded_words.map(wordsOf),
  };
}

function parseSkills(names: readonly string[]): ParsedSeeker['skills'] {
  const byKey = new Map<string, { name: string; skill: Skill }>();
  for (const name of names) {
    const skill = parseSkill(name);
    if (skill !== null && !byKey.has(skill.key)) byKey.set(skill.key, { name, skill });
  }
  return [...byKey.values()];
}

/** The least pay that a person takes, per year. */
export function payFloorOf({ pay_floor }: Seeker): AnnualPay | null {
  if (pay_floor === null) return null;
  return { amount: annualPay(pay_floor.amount, pay_floor.period), currency: pay_floor.currency };
}
