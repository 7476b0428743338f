import { setTimeout as pause } from 'node:timers/promises';
import type { Prober, Sample } from './prober.ts';

/** What an attack has set off may still be under way when it has ended. */
const settleMs = 200;
/**
 * Into so many parts goes one round after the other. What the machine does beside us for a while spoils one or two of them; a
 * server that lets itself be held up is slow in all.
 */
const parts = 5;

interface Round {
  readonly calmFrom: number;
  readonly attackFrom: number;
  readonly to: number;
}

/** How long healthy requests took beside attacks, compared with the calm before each. */
export interface Comparison {
  /** p99 in milliseconds, of all. */
  readonly calm: number;
  readonly attacked: number;
  /** How many times longer, by p99: the median of the parts. */
  readonly ratio: number;
  readonly text: string;
}

const now = () => performance.timeOrigin + performance.now();

/** Lets each attack follow a calm time. */
export function createRounds(prober: Prober, calmMs: number) {
  const rounds: Round[] = [];
  return {
    async attack<Result>(run: () => Promise<Result>): Promise<Result> {
      await pause(settleMs);
      const calmFrom = now();
      await pause(calmMs);
      const attackFrom = now();
      try {
        return await run();
      } finally {
        rounds.push({ calmFrom, attackFrom, to: now() });
      }
    },
    compare: () => compareRounds(rounds, prober.samples()),
  };
}

export function compareRounds(rounds: readonly Round[], samples: readonly Sample[]): Comparison {
  const all = { calm: [] as number[], attacked: [] as number[] };
  const ofParts = Array.from({ length: parts }, () => ({
    calm: [] as number[],
    attacked: [] as number[],
  }));
  for (const { at, ms } of samples) {
    const place = rounds.findIndex(({ calmFrom, to }) => calmFrom <= at && at < to);
    const round = rounds[place];
    if (round === undefined) continue;
    // Whoever had asked before an attack and waited into it, was attacked.
    const kind = at + ms < round.attackFrom ? 'calm' : 'attacked';
    all[kind].push(ms);
    ofParts[place % parts]?.[kind].push(ms);
  }
  const ratios = ofParts.map(({ calm, attacked }) => quantile(attacked, 0.99) / quantile(calm, 0.99));
  const [calm, attacked, ratio] = [
    quantile(all.calm, 0.99),
    quantile(all.attacked, 0.99),
    quantile(ratios, 0.5),
  ];
  const text = `Healthy requests: p99 ${calm.toFixed(1)} ms undisturbed (${all.calm.length}), ${attacked.toFixed(1)} ms meanwhile (${all.attacked.length}); ${ratio.toFixed(1)} times as long, the median of ${ratios.map((one) => one.toFixed(1)).join(', ')}`;
  return { calm, attacked, ratio, text };
}

/** The value that this share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
