import { createHistogram, performance } from 'node:perf_hooks';
import { Pool } from 'undici';

/** One request of a measured operation; `n` counts up, so that requests can differ. */
export interface MeasuredRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

export interface Operation {
  readonly name: string;
  readonly request: (n: number) => MeasuredRequest;
  /** Statuses that count as answered. */
  readonly statuses: readonly number[];
}

export interface Measurement {
  readonly name: string;
  readonly requests: number;
  readonly failures: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly maximum: number;
  /** CPU time of the server process for one request, in microseconds. */
  readonly cpuMicroseconds: number;
}

export interface MeasureOptions {
  readonly origin: string;
  readonly clients: number;
  /** Requests per operation, after a warm-up of a tenth of them. */
  readonly requests: number;
  /** CPU time that the server has used so far, in microseconds. */
  readonly serverCpu: () => number;
}

/** Sends the requests of one operation from so many clients, each with the next as soon as it has its answer. */
export async function measure(operation: Operation, options: MeasureOptions): Promise<Measurement> {
  const pool = new Pool(options.origin, { connections: options.clients, pipelining: 1 });
  try {
    await run(pool, operation, options.clients, 0, Math.ceil(options.requests / 10));
    const cpuBefore = options.serverCpu();
    const measured = await run(pool, operation, options.clients, options.requests, options.requests);
    return {
      ...measured,
      name: operation.name,
      cpuMicroseconds: (options.serverCpu() - cpuBefore) / measured.requests,
    };
  } finally {
    await pool.close();
  }
}

async function run(pool: Pool, operation: Operation, clients: number, first: number, requests: number) {
  const latency = createHistogram();
  let next = first;
  let failures = 0;
  const started = performance.now();
  const client = async () => {
    while (next < first + requests) {
      const { method, path, token, body } = operation.request(next++);
      const sent = performance.now();
      const answer = await pool.request({
        method,
        path,
        headers: {
          // As browsers and crawlers do; pages are compressed for it.
          'accept-encoding': 'gzip',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await answer.body.dump();
      latency.record(Math.max(1, Math.round((performance.now() - sent) * 1_000)));
      if (!operation.statuses.includes(answer.statusCode)) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  return {
    requests,
    failures,
    perSecond: requests / seconds,
    p50: latency.percentile(50) / 1_000,
    p99: latency.percentile(99) / 1_000,
    maximum: latency.max / 1_000,
  };
}
