/**
 * Lets callers who ask the same while it is being answered share one answer. Nothing is kept beyond that, so an answer
 * is never older than the question that it was first asked for.
 */
export function shareConcurrent<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const answer = ask().finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
