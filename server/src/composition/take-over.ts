import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { z } from 'zod';
import type { Config } from '../platform/config/index.ts';
import { FolderInUseError } from '../platform/db/index.ts';

/**
 * Taking over from a process that is about to end. One whose launcher was killed, or that was asked to stop, keeps its port
 * and its data folder for the seconds in which it finishes what it has begun; who starts meanwhile waits for it, and says so.
 * A process that goes on working is left alone: it may be somebody's.
 */

/** As long as a process takes to stop unless it was told otherwise, and a little: it says that it is stopping. */
const portPatienceMs = 40_000;
/** Who holds the folder without the port may be stopping, or may serve it at another port. */
const folderPatienceMs = 15_000;
const pauseMs = 250;
const answerWithinMs = 1_000;
/** How often whoever holds the port may answer nothing at all: it may have ended just now. */
const mostRefusals = 4;

type Announce = (text: string) => void;

/**
 * Makes sure that the port is free before the database is opened, which takes a while, and chooses one where any will
 * do, since links in mails have to name it.
 */
export async function withFreePort(config: Config, announce: Announce): Promise<Config> {
  const { host, port: wanted } = config.http;
  const port = await retry(() => bind(host, wanted), {
    patienceMs: portPatienceMs,
    isWorthIt: createIsEnding(host, wanted),
    tell: () => announce(`Another Rolecall is stopping and has port ${wanted} still; waiting for it.`),
  });
  if (wanted !== 0) return config;
  const publicUrl = config.http.publicUrl.replace(/:0$/, `:${port}`);
  const allowedOrigins = config.http.allowedOrigins.map((origin) => origin.replace(/:0$/, `:${port}`));
  return { ...config, http: { ...config.http, port, publicUrl, allowedOrigins } };
}

/** Opens what is in the data folder, as soon as whoever has it has ended. */
export function onceFolderIsFree<Opened>(announce: Announce, open: () => Promise<Opened>): Promise<Opened> {
  return retry(open, {
    patienceMs: folderPatienceMs,
    isWorthIt: async (error) => error instanceof FolderInUseError,
    tell: ({ message }) =>
      announce(`${message} Waiting ${folderPatienceMs / 1_000} s in case it is stopping.`),
  });
}

interface Waiting {
  readonly patienceMs: number;
  readonly isWorthIt: (error: Error) => Promise<boolean>;
  /** Says that there is something to wait for, once. */
  readonly tell: (error: Error) => void;
}

async function retry<Result>(attempt: () => Promise<Result>, waiting: Waiting): Promise<Result> {
  const end = performance.now() + waiting.patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Error) || performance.now() > end || !(await waiting.isWorthIt(error)))
        throw error;
      if (tries === 0) waiting.tell(error);
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }
}

/** @throws what the system says, such as `EADDRINUSE` */
async function bind(host: string, port: number): Promise<number> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address === null || typeof address === 'string' ? port : address.port;
}

const readinessSchema = z.object({ draining: z.boolean() });

/** Whether what holds the port is one of ours, and says of itself that it is about to end. */
function createIsEnding(host: string, port: number): Waiting['isWorthIt'] {
  let refusals = 0;
  const local =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : isIPv6(host) ? `[${host}]` : host;
  return async (error) => {
    if (!('code' in error) || error.code !== 'EADDRINUSE') return false;
    try {
      const answer = await fetch(`http://${local}:${port}/health/ready`, {
        signal: AbortSignal.timeout(answerWithinMs),
        redirect: 'error',
      });
      return readinessSchema.parse(await answer.json()).draining;
    } catch (failure) {
      // That the connection fails is a TypeError of fetch; silence, or an answer of something else, is none.
      if (!(failure instanceof TypeError)) return false;
      refusals += 1;
      return refusals <= mostRefusals;
    }
  };
}
