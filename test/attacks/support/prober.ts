import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { keptOut } from './people.ts';

export const proberSetupSchema = z.object({ origin: z.string(), token: z.string() });
const sampleSchema = z.object({ at: z.number(), status: z.int(), ms: z.number() });

/** What somebody who uses the product has seen of it. */
export interface Sample {
  /** When it was asked, by `performance`. */
  readonly at: number;
  readonly ms: number;
}

/** Somebody who uses the product all the time. */
export interface Prober {
  samples(): readonly Sample[];
  /** How many answers were no success. */
  refused(): number;
  close(): Promise<void>;
}

/** An access token runs out after a quarter of an hour. */
const renewEveryMs = 300_000;

/** @param bearer gives what lets it in, each time that a new one is needed */
export async function startProber(
  origin: string,
  bearer: () => Promise<string | undefined>,
): Promise<Prober> {
  const token = (await bearer()) ?? '';
  const worker = new Worker(new URL('prober.worker.ts', import.meta.url), { workerData: { origin, token } });
  const renewal = setInterval(() => {
    void bearer().then((renewed) => {
      // Whoever guesses at passwords from here keeps everybody here out for a while; the token lasts longer than that.
      if (renewed !== undefined && renewed !== keptOut) worker.postMessage(renewed);
    });
  }, renewEveryMs);
  const samples: Sample[] = [];
  let refused = 0;
  worker.on('message', (message) => {
    const { at, status, ms } = sampleSchema.parse(message);
    samples.push({ at, ms });
    if (status !== 200) refused += 1;
  });
  return {
    samples: () => samples,
    refused: () => refused,
    async close() {
      clearInterval(renewal);
      await worker.terminate();
    },
  };
}
