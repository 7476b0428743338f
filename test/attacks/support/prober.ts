import { Worker } from 'node:worker_threads';
import { z } from 'zod';

export const proberSetupSchema = z.object({ origin: z.string(), token: z.string() });
const answerSchema = z.object({ status: z.int(), ms: z.number() });

/** Somebody who uses the product all the time. */
export interface Prober {
  /** What it has seen since it was asked last. */
  take(): readonly number[];
  refused(): number;
  close(): Promise<void>;
}

export function startProber(origin: string, token: string): Prober {
  const worker = new Worker(new URL('prober.worker.ts', import.meta.url), { workerData: { origin, token } });
  let latencies: number[] = [];
  let refused = 0;
  worker.on('message', (message) => {
    const { status, ms } = answerSchema.parse(message);
    latencies.push(ms);
    if (status !== 200) refused += 1;
  });
  return {
    take() {
      const taken = latencies;
      latencies = [];
      return taken;
    },
    refused: () => refused,
    async close() {
      await worker.terminate();
    },
  };
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
