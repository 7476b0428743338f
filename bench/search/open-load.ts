import { createHistogram, performance } from 'node:perf_hooks';
import { Pool } from 'undici';

export interface OpenLoad {
  readonly requests: number;
  readonly failures: number;
  /** Milliseconds from when a request was due, so that one that had to wait counts its wait. */
  readonly p50: number;
  readonly p99: number;
}

const mostConnections = 200;

/** Sends requests at a fixed rate, whether or not the ones before are answered. */
export async function measureOpenLoad(load: {
  readonly origin: string;
  readonly rate: number;
  readonly seconds: number;
  readonly path: () => string;
}): Promise<OpenLoad> {
  const pool = new Pool(load.origin, { connections: mostConnections, pipelining: 1 });
  const latency = createHistogram();
  let failures = 0;
  const send = async (due: number) => {
    try {
      const { statusCode, body } = await pool.request({ method: 'GET', path: load.path() });
      await body.dump();
      if (statusCode !== 200) failures += 1;
    } catch {
      failures += 1;
    }
    latency.record(Math.max(1, Math.round((performance.now() - due) * 1_000)));
  };
  const run = async (requests: number) => {
    const begun = performance.now();
    const sent: Promise<void>[] = [];
    while (sent.length < requests) {
      const due = begun + (sent.length * 1_000) / load.rate;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      while (sent.length < requests && begun + (sent.length * 1_000) / load.rate <= performance.now()) {
        sent.push(send(begun + (sent.length * 1_000) / load.rate));
      }
    }
    await Promise.all(sent);
  };
  try {
    await run(load.rate * 3);
    latency.reset();
    failures = 0;
    const requests = load.rate * load.seconds;
    await run(requests);
    return {
      requests,
      failures,
      p50: latency.percentile(50) / 1_000,
      p99: latency.percentile(99) / 1_000,
    };
  } finally {
    await pool.close();
  }
}
