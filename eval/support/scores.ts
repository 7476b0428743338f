/** What a measurement counts: right ones that were found, wrong ones that were found, and right ones that were not. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

interface Scores extends Counts {
  /** Share of what was found that is right; 1 when nothing was found. */
  readonly precision: number;
  /** Share of what is right that was found; 1 when there is nothing to find. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      right: total.right + one.right,
      wrong: total.wrong + one.wrong,
      missed: total.missed + one.missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
}

function score(counts: Counts): Scores {
  const { right, wrong, missed } = counts;
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...counts, precision, recall, f1 };
}

export function describeScores(name: string, counts: Counts): string {
  const { precision, recall, f1 } = score(counts);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
  return `${name.padEnd(28)} precision ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}  (${counts.right} right, ${counts.wrong} wrong, ${counts.missed} missed)`;
}
