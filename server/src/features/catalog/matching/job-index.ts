import type { Match } from '@rolecall/contract';
import { refusalOf, type Wishes } from './filters.ts';
import { commonTerms } from './pair.ts';
import { type ParsedJob, payFloorOf, type Seeker } from './parsed.ts';
import { createPhraseIndex } from './phrase-index.ts';
import {
  type MainPoints,
  maximumExtraPoints,
  type PointScheme,
  pointSchemeOf,
  pointsOf,
  scorePair,
  shareWorth,
} from './score.ts';
import { skillShare } from './skills.ts';
import { createWishLookup, inPlace, inReach, type SkillHits, type TitleHits } from './wish-lookup.ts';

/** A job that fits a person, and how. */
export interface JobMatch {
  readonly job: ParsedJob;
  readonly match: Match;
}

/**
 * Finds, for one person after another, which of some jobs fit.
 *
 * What people write repeats: thousands want the same few titles, skills and places. So each distinct wish is looked up
 * in the jobs once, and a person is then the sum of short lists of jobs. Jobs that share no word of a title and no
 * skill with the person are never touched, and of the others only those are judged that can still reach the person's
 * minimum. It finds what `matchPair` finds for each pair.
 */
export interface JobIndex {
  /** Jobs that reach the person's minimum, in the order in which they were added. */
  match(seeker: Seeker, now: Date): JobMatch[];
}

/** Takes jobs one by one, because reading a thousand of them at once would keep others waiting. */
export interface JobIndexBuilder {
  add(job: ParsedJob): void;
  build(): JobIndex;
}

/** How many distinct wishes an index remembers before it starts over; some 100 MB at most with 500 jobs. */
const maximumWishes = 100_000;

export function createJobIndexBuilder(): JobIndexBuilder {
  const jobs: ParsedJob[] = [];
  const phrases = createPhraseIndex();
  const byTitleTerm = new Map<string, number[]>();
  const byCompany = new Map<string, number[]>();
  const bySkill = new Map<string, number[]>();
  return {
    add(job) {
      const number = jobs.length;
      jobs.push(job);
      phrases.add(job);
      for (const term of job.title.weights.keys()) append(byTitleTerm, term, number);
      append(byCompany, job.company, number);
      for (const skill of new Set(job.skillWords.map((words) => words.join(' '))))
        append(bySkill, skill, number);
    },
    build() {
      const indexed = { jobs: [...jobs], phrases, byTitleTerm, byCompany, bySkill };
      let lookup = createWishLookup(indexed);
      const tally = createTally(indexed.jobs);
      return {
        match(seeker, now) {
          if (lookup.size() > maximumWishes) lookup = createWishLookup(indexed);
          const titles = seeker.wanted_titles.map(lookup.title).filter(({ title }) => title.total > 0);
          const skills = distinctSkills(seeker.skills, lookup.skill);
          const scheme = pointSchemeOf(titles.length > 0, skills.length > 0);
          if (scheme === null) return [];
          const needed = seeker.minimum_match_score - maximumExtraPoints(seeker);
          const candidates = tally(titles, skills, scheme, needed);
          return candidates.length === 0 ? [] : judge(seeker, candidates, skills, now);
        },
      };

      function judge(
        seeker: Seeker,
        candidates: readonly Candidate[],
        skills: readonly OwnSkill[],
        now: Date,
      ): JobMatch[] {
        const places = seeker.places.flatMap((name) => {
          const within = lookup.place(name);
          return within === null ? [] : [{ name, within }];
        });
        const wishes: Wishes = { seeker, payFloor: payFloorOf(seeker), hasPlaces: places.length > 0 };
        const companies = new Set(seeker.excluded_companies.flatMap(lookup.company));
        const words = new Set(seeker.excluded_words.flatMap(lookup.words));
        const found: JobMatch[] = [];
        for (const { number, main, title, titleShare, skillPoints } of candidates) {
          const job = indexed.jobs[number];
          if (job === undefined) continue;
          const facts = {
            place: places.find(({ within }) => ((within[number] ?? 0) & inPlace) !== 0)?.name ?? null,
            isOutOfReach:
              places.length > 0 && places.every(({ within }) => ((within[number] ?? 0) & inReach) === 0),
            isExcludedCompany: companies.has(number),
            hasExcludedWord: words.has(number),
          };
          if (refusalOf(wishes, job, facts, now) !== null) continue;
          const match = scorePair(wishes, job, facts, main, {
            titleShare,
            titleTerms: () => (title === undefined ? [] : commonTerms(title.title, job.title)),
            skillPoints,
            skillTerms: () =>
              skills.filter(({ hits }) => (hits.weights[number] ?? 0) > 0).map(({ name }) => name),
          });
          if (match !== null && match.score >= seeker.minimum_match_score) found.push({ job, match });
        }
        return found;
      }
    },
  };
}

interface OwnSkill {
  readonly name: string;
  readonly hits: SkillHits;
}

/** The skills of a profile; one that is named in two ways counts once, by its first name. */
function distinctSkills(names: readonly string[], find: (name: string) => SkillHits | null): OwnSkill[] {
  const seen = new Set<SkillHits>();
  const skills: OwnSkill[] = [];
  for (const name of names) {
    const hits = find(name);
    if (hits === null || seen.has(hits)) continue;
    seen.add(hits);
    skills.push({ name, hits });
  }
  return skills;
}

/** A job that may reach the person's minimum. */
interface Candidate {
  readonly number: number;
  readonly main: MainPoints;
  /** The wanted title that agrees best; undefined when none does. */
  readonly title: TitleHits | undefined;
  readonly titleShare: number;
  readonly skillPoints: number;
}

/** Finds the jobs that bring a person so many points by title and skills, by ascending number. */
type Tally = (
  titles: readonly TitleHits[],
  skills: readonly OwnSkill[],
  scheme: PointScheme,
  needed: number,
) => Candidate[];

/** Makes a tally over these jobs, whose memory is used again for the next person. */
function createTally(jobs: readonly ParsedJob[]): Tally {
  const size = jobs.length;
  const isTitleOnly = Uint8Array.from(jobs, (job) => (job.isTitleOnly ? 1 : 0));
  const titles: (TitleHits | undefined)[] = new Array(size).fill(undefined);
  const shares = new Float64Array(size);
  const isTouched = new Uint8Array(size);
  const touched = new Uint32Array(size);
  let count = 0;

  function touch(job: number): void {
    if (isTouched[job] === 1) return;
    isTouched[job] = 1;
    touched[count] = job;
    count += 1;
  }

  function touchByTitle(hits: TitleHits, leastShare: number): void {
    for (let at = 0; at < hits.jobs.length; at += 1) {
      const share = hits.shares[at] ?? 0;
      // They are in the order of their shares: the rest is too little too.
      if (share < leastShare) return;
      const job = hits.jobs[at] ?? 0;
      touch(job);
      if (share <= (shares[job] ?? 0)) continue;
      shares[job] = share;
      titles[job] = hits;
    }
  }

  return (titleHits, skills, scheme, needed) => {
    // Where the skills alone cannot bring enough, only jobs with a close enough title are looked at.
    const { told, titleOnly } = scheme;
    const leastShare = Math.min(
      shareWorth(needed - told.skills, told.title),
      shareWorth(needed - titleOnly.skills, titleOnly.title),
    );
    for (const hits of titleHits) touchByTitle(hits, leastShare);
    if (leastShare === 0 || told.title === 0) {
      for (const { hits } of skills) for (const job of hits.jobs) touch(job);
    }
    const totalWeight = skills.reduce((total, { hits }) => total + hits.skill.weight, 0);
    const found: Candidate[] = [];
    for (let at = 0; at < count; at += 1) {
      const number = touched[at] ?? 0;
      const titleShare = shares[number] ?? 0;
      const main = isTitleOnly[number] === 1 ? titleOnly : told;
      let weight = 0;
      for (const { hits } of skills) weight += hits.weights[number] ?? 0;
      const skillPoints = pointsOf(skillShare(weight, totalWeight), main.skills);
      if (pointsOf(titleShare, main.title) + skillPoints >= needed) {
        found.push({ number, main, title: titles[number], titleShare, skillPoints });
      }
      isTouched[number] = 0;
      shares[number] = 0;
      titles[number] = undefined;
    }
    count = 0;
    return found.sort((one, other) => one.number - other.number);
  };
}

function append(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}
