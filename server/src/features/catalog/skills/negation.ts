import type { Candidate, ReadText } from './reading.ts';
import { role } from './speech.ts';
import { gap } from './words.ts';

/** Words between a negation and what it denies. */
const reach = 7;
/** Words between 'not' and 'needed'. */
const reachOfNeed = 4;

/**
 * Marks the skills that a text denies: 'no Java needed', 'IFRS ist nicht erforderlich', 'ni Photoshop'. A negation denies what
 * follows it up to the end of the clause; together with a word of need it denies what stands before it. Lists are denied whole.
 */
export function markDenied(read: ReadText, candidates: readonly Candidate[]): void {
  const { words } = read;
  if (candidates.length === 0 || !read.analyses.some(({ roles }) => (roles & role.negation) !== 0)) return;
  const inside = new Uint8Array(words.count);
  const startingAt = new Map<number, Candidate>();
  const endingAt = new Map<number, Candidate>();
  for (const candidate of candidates) {
    inside.fill(1, candidate.first, candidate.last + 1);
    startingAt.set(candidate.first, candidate);
    endingAt.set(candidate.last, candidate);
  }
  const reading = { read, inside, startingAt, endingAt };
  for (let at = 0; at < words.count; at += 1) {
    if (inside[at] === 0 && has(read, at, role.negation) && !has(read, at + 1, role.undoing))
      deny(reading, at);
  }
}

interface Reading {
  readonly read: ReadText;
  /** Words of skills. */
  readonly inside: Uint8Array;
  readonly startingAt: ReadonlyMap<number, Candidate>;
  readonly endingAt: ReadonlyMap<number, Candidate>;
}

const has = ({ analyses }: ReadText, at: number, bits: number): boolean =>
  ((analyses[at]?.roles ?? 0) & bits) !== 0;

function deny(reading: Reading, at: number): void {
  const { read } = reading;
  const need = needOf(reading, at);
  if (need === null) {
    if (!denyForward(reading, at + 1) && endsClause(read, at)) denyBackward(reading, at - 1, 1);
    return;
  }
  if (isWelcome(read, at, need)) return;
  if (need > at && holdsSkill(reading, at + 1, need)) {
    denyForward(reading, at + 1);
    return;
  }
  if (!denyBackward(reading, Math.min(at, need) - 1, reach)) denyForward(reading, Math.max(at, need) + 1);
}

/** Where a word of need stands beside a negation, in its clause. */
function needOf({ read, inside }: Reading, at: number): number | null {
  if (has(read, at, role.need | role.softNeed)) return at;
  const { gaps, count } = read.words;
  for (let place = at + 1, passed = 0; place < count && passed < reachOfNeed; place += 1) {
    if ((gaps[place] ?? gap.sentence) >= gap.comma && inside[place] === 0) break;
    if (has(read, place, role.turn)) break;
    if (has(read, place, role.need | role.softNeed)) return place;
    if (inside[place] === 0) passed += 1;
  }
  for (let place = at - 1; place >= Math.max(0, at - reachOfNeed); place -= 1) {
    if ((gaps[place + 1] ?? gap.sentence) >= gap.comma) break;
    if (has(read, place, role.need | role.softNeed)) return place;
  }
  return null;
}

/** 'Not a must, but an advantage': the sentence still wants it. */
function isWelcome(read: ReadText, at: number, need: number): boolean {
  if (!has(read, need, role.softNeed)) return false;
  for (const step of [-1, 1]) {
    for (let place = at + step, passed = 0; passed < 12; place += step, passed += 1) {
      if (place < 0 || place >= read.words.count) break;
      if (read.words.gaps[step === 1 ? place : place + 1] === gap.sentence) break;
      if (has(read, place, role.welcome)) return true;
    }
  }
  return false;
}

function holdsSkill({ startingAt }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (startingAt.has(at)) return true;
  return false;
}

const endsClause = ({ words }: ReadText, at: number): boolean =>
  at + 1 >= words.count || (words.gaps[at + 1] ?? gap.sentence) >= gap.comma;

/** Denies the skills from here to the end of the clause, and a list that goes on behind it. */
function denyForward({ read, startingAt }: Reading, from: number): boolean {
  const { gaps, count } = read.words;
  let isFound = false;
  let passed = 0;
  for (let at = from; at < count && passed < reach; at += 1) {
    const before = gaps[at] ?? gap.sentence;
    if (before >= gap.clause || (before === gap.comma && !isFound) || has(read, at, role.turn)) break;
    const candidate = startingAt.get(at);
    if (candidate !== undefined) {
      candidate.isDenied = true;
      isFound = true;
      at = candidate.last;
      passed = 0;
    } else if (isFound && before === gap.comma && !has(read, at, role.conjunction)) break;
    else passed += 1;
  }
  return isFound;
}

/** Denies the skills from here back to the beginning of the clause, and the list that leads to it. */
function denyBackward({ read, endingAt }: Reading, from: number, mostPassed: number): boolean {
  const { gaps } = read.words;
  let isFound = false;
  let passed = 0;
  let isListed = false;
  for (let at = from; at >= 0 && passed < mostPassed; at -= 1) {
    const candidate = endingAt.get(at);
    if (candidate !== undefined) {
      candidate.isDenied = true;
      isFound = true;
      at = candidate.first;
      passed = 0;
    } else if (isListed && !has(read, at, role.conjunction)) break;
    else passed += 1;
    const before = gaps[at] ?? gap.sentence;
    if (before >= gap.clause) break;
    if (before === gap.comma) {
      if (candidate === undefined) break;
      isListed = true;
    }
  }
  return isFound;
}
