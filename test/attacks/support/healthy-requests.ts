import { setTimeout as pause } from 'node:timers/promises';
import type { Prober, Sample } from './prober.ts';

/** What an attack has set off may still be under way when it has ended. */
const settleMs = 200;
/**
 * Into so many parts a run is cut, each with attacks of all kinds. What the machine does beside us for a while spoils one or two
 * of them, in the calm or under attack; a server that lets itself be held up is slow in all.
 */
const parts = 5;

interface Round {
  readonly name: string;
  readonly calmFrom: number;
  readonly attackFrom: number;
  readonly to: number;
}

/** How long healthy requests took beside attacks, compared with the calm before each. */
export interface Comparison {
  /** How many times longer, by p99. */
  readonly ratio: number;
  readonly text: string;
}

const now = () => performance.timeOrigin + performance.now();

/** Lets each attack follow a calm time. */
export function createRounds(prober: Prober, calmMs: number) {
  const rounds: Round[] = [];
  return {
    async attack<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
      await pause(settleMs);
      const calmFrom = now();
      await pause(calmMs);
      const attackFrom = now();
      try {
        return await run();
      } finally {
        rounds.push({ name, calmFrom, attackFrom, to: now() });
      }
    },
    compare: () => compareRounds(rounds, prober.samples()),
    slowest: () => slowestRounds(rounds, prober.samples()),
  };
}

const told = 10;

/** The attacks in which a healthy request took longest, to know where to look. */
function slowestRounds(rounds: readonly Round[], samples: readonly Sample[]): string {
  return rounds
    .map(({ name, attackFrom, to }) => {
      const during = samples.filter(({ at, ms }) => attackFrom <= at + ms && at < to);
      return { name, ms: Math.max(0, ...during.map(({ ms }) => ms)) };
    })
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, told)
    .map(({ name, ms }) => `${name}: ${ms.toFixed(0)} ms`)
    .join('\n');
}

export function compareRounds(rounds: readonly Round[], samples: readonly Sample[]): Comparison {
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
    ofParts[Math.floor((place * parts) / rounds.length)]?.[kind].push(ms);
  }
  const compared = ofParts.map(({ calm, attacked }) => {
    const [before, meanwhile] = [quantile(calm, 0.99), quantile(attacked, 0.99)];
    const text = `${before.toFixed(1)} ms before (${calm.length}) and ${meanwhile.toFixed(1)} ms meanwhile (${attacked.length})`;
    return { ratio: meanwhile / before, text };
  });
  const ratio = quantile(
    compared.map((part) => part.ratio),
    0.5,
  );
  const each = compared.map((part) => part.text).join('; ');
  return { ratio, text: `Healthy requests: p99 ${ratio.toFixed(1)} times as long, the median of: ${each}` };
}

/** The value that this share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
