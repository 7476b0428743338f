import type { Clock } from '../../../platform/clock/index.ts';

/**
 * Remembers answers for a short time, and lets callers who ask the same at the same time wait for one answer.
 *
 * @param capacity how many answers are kept; the ones that were asked for longest ago go first
 */
export function rememberRecent<Answer>(
  clock: Clock,
  { lifetimeMs, capacity }: { readonly lifetimeMs: number; readonly capacity: number },
): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Map<string, { readonly answer: Promise<Answer>; readonly until: number }>();
  return (key, ask) => {
    const now = clock.now().getTime();
    const known = answers.get(key);
    if (known !== undefined && known.until > now) return known.answer;
    const answer = ask();
    answers.delete(key);
    answers.set(key, { answer, until: now + lifetimeMs });
    for (const oldest of answers.keys()) {
      if (answers.size <= capacity) break;
      answers.delete(oldest);
    }
    // A failure is for those who waited for it, not for those who come later.
    answer.catch(() => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
    });
    return answer;
  };
}
