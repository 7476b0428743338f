import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import type { BroughtMatch, CollectedMatch } from './found.ts';
import { findRunsThatRang, joinWindows, type OpenWindow } from './windows.store.ts';

/** A window ends by then, whatever still comes. */
const longestWindowMs = 120_000;
/** A match with such a score is told at once, one of a run. */
const worthRinging = 90;

/** The best first, and of those that fit alike what was published first. */
export function compareMatches(
  a: { readonly score: number; readonly job_id: string },
  b: { readonly score: number; readonly job_id: string },
): number {
  return b.score - a.score || (a.job_id < b.job_id ? -1 : 1);
}

/** What joining windows has led to. */
export interface Joined {
  readonly matches: readonly CollectedMatch[];
  /** When windows end that were opened for it; null: there were open ones for all. */
  readonly closesAt: Date | null;
}

/**
 * Lets matches join the open windows of their people, opening those that are missing, and chooses those that are told at
 * once: the best of a person, if it is worth it, unless one of the window or of its run was before. Who is gone gets none.
 *
 * The windows are held until the transaction ends, so nothing joins one that is being closed.
 */
export async function joinOpenWindows(tx: Tx, matches: readonly BroughtMatch[], now: Date): Promise<Joined> {
  if (matches.length === 0) return { matches: [], closesAt: null };
  const closesAt = new Date(now.getTime() + longestWindowMs);
  const byPerson = Map.groupBy(matches, ({ user_id }) => user_id);
  const wanted = [...byPerson].map(([userId, own]) => ({
    id: uuidv7(),
    user_id: userId,
    runs: [...new Set(own.flatMap(({ run }) => run ?? []))],
  }));
  const windows = await joinWindows(tx, wanted, now, closesAt);
  const ringing = await chooseRinging(tx, matches, windows);
  const isOpened = wanted.some(({ id, user_id }) => windows.get(user_id)?.id === id);
  return {
    closesAt: isOpened ? closesAt : null,
    matches: matches.flatMap((match) => {
      const window = windows.get(match.user_id);
      if (window === undefined) return [];
      return [{ ...match, window_id: window.id, left_out: ringing.has(match) ? 'told_at_once' : null }];
    }),
  };
}

async function chooseRinging(
  tx: Tx,
  matches: readonly BroughtMatch[],
  windows: ReadonlyMap<string, OpenWindow>,
): Promise<ReadonlySet<BroughtMatch>> {
  const worthy = matches.filter(
    ({ user_id, score }) => score >= worthRinging && windows.get(user_id)?.alerted_for === null,
  );
  if (worthy.length === 0) return new Set();
  const rang = await findRunsThatRang(
    tx,
    worthy.flatMap(({ user_id, run }) => (run === null ? [] : [{ user_id, run }])),
  );
  const best = new Map<string, BroughtMatch>();
  for (const match of worthy) {
    if (rang.has(`${match.user_id} ${match.run}`)) continue;
    const other = best.get(match.user_id);
    if (other === undefined || compareMatches(match, other) < 0) best.set(match.user_id, match);
  }
  return new Set(best.values());
}
