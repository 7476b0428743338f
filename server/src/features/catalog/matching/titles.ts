import { singular, wordsOf } from './text.ts';

/** The words of a title that carry its meaning, each once, with their weights. */
export interface TitleTerms {
  readonly weights: ReadonlyMap<string, number>;
  /** Sum of the weights. */
  readonly total: number;
}

const listOf = (words: string) => words.trim().split(/\s+/);

/** Words that tell nothing of the work, in titles of the usual languages of postings. */
const fillers = new Set(
  listOf(`a all an and at by d de der des die du e en et f for gn h i ii iii in iv la le m mwd of on or our
    the to und v w we with x y`),
);

/** Levels are compared as seniority, not as words. */
const levels = new Set(
  listOf('associate entry experienced graduate jr junior level mid middle principal senior sr staff trainee'),
);

const abbreviations: ReadonlyMap<string, readonly string[]> = new Map([
  ['admin', ['administrator']],
  ['ai', ['artificial', 'intelligence']],
  ['bi', ['business', 'intelligence']],
  ['dev', ['engineer']],
  ['developer', ['engineer']],
  ['eng', ['engineer']],
  ['engineering', ['engineer']],
  ['hr', ['human', 'resource']],
  ['mgr', ['manager']],
  ['management', ['manager']],
  ['ml', ['machine', 'learning']],
  ['op', ['operation']],
  ['programmer', ['engineer']],
  ['qa', ['quality', 'assurance']],
  ['rep', ['representative']],
  ['sde', ['software', 'engineer']],
  ['sre', ['site', 'reliability', 'engineer']],
  ['swe', ['software', 'engineer']],
  ['sysadmin', ['system', 'administrator']],
]);

/** Two words that are as often written as one. */
const compounds: ReadonlyMap<string, string> = new Map([
  ['back end', 'backend'],
  ['dev op', 'devops'],
  ['front end', 'frontend'],
  ['full stack', 'fullstack'],
]);

/** What thousands of different jobs are called, and so says least. */
const roles = new Set(
  listOf(`administrator advisor agent analyst architect assistant consultant coordinator designer director engineer
    executive expert head intern lead manager officer operator partner representative scientist specialist
    supervisor technician worker`),
);

/** Words of many fields; they say more than a role and less than the name of a trade. */
const broad = new Set(
  listOf(`account business customer data development digital finance global marketing operation product project
    quality sale service software solution strategy success support system team technical technology`),
);

/** Weight of a word: rare words weigh more. A fixed table, so that a pair has one score wherever it is computed. */
function weightOf(term: string): number {
  if (roles.has(term)) return 4;
  return broad.has(term) ? 5 : 6;
}

/** Reads a title: without fillers and levels, abbreviations written out, plurals taken back. */
export function titleTerms(title: string): TitleTerms {
  const words = joinCompounds(wordsOf(title).map(singular)).filter((word) => !fillers.has(word));
  const withoutLevels = words.filter((word) => !levels.has(word) && !/^\d+$/.test(word));
  const weights = new Map<string, number>();
  let total = 0;
  // A title that is nothing but a level, such as 'Trainee', has to mean that.
  for (const word of withoutLevels.length > 0 ? withoutLevels : words) {
    for (const term of abbreviations.get(word) ?? [word]) {
      if (weights.has(term)) continue;
      weights.set(term, weightOf(term));
      total += weightOf(term);
    }
  }
  return { weights, total };
}

function joinCompounds(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const compound = compounds.get(`${words[at]} ${words[at + 1]}`);
    joined.push(compound ?? words[at] ?? '');
    if (compound !== undefined) at += 1;
  }
  return joined;
}

/** Weight of the words that both titles have. */
export function commonWeight(wanted: TitleTerms, offered: TitleTerms): number {
  let common = 0;
  for (const [term, weight] of wanted.weights) {
    if (offered.weights.has(term)) common += weight;
  }
  return common;
}

/**
 * How far an offered title is the wanted one, from 0 to 1. The part of the wanted title that is found counts by its
 * square, so that one common word of two is little; further words of the offered title take away up to 30%.
 */
export function titleShare(common: number, wanted: TitleTerms, offered: TitleTerms): number {
  if (common === 0) return 0;
  const found = common / wanted.total;
  return found * found * (0.7 + (0.3 * common) / offered.total);
}
