import { createDatabase, type OpenDatabase } from '../../platform/db/database.ts';
import { type EmbeddedClient, EmbeddedSource } from '../../platform/db/embedded/source.ts';
import { WorkerClient } from '../../platform/db/embedded/worker-client.ts';
import { DatabaseUnavailableError } from '../../platform/db/errors.ts';
import { counted } from '../costs.ts';
import { silent } from '../logger.ts';
import { describePristine, type Pristine, type Run, reset } from './reset.ts';
import { migratedSnapshot } from './snapshot.ts';

/** A running PGlite whose database is as migrations have left it. */
interface Engine {
  readonly client: WorkerClient;
  readonly run: Run;
  readonly pristine: Pristine;
}

/**
 * Engines that wait for the next suite of this process. Starting one takes ten times as long as emptying its database,
 * and one of them holds 100 MB or more.
 */
const idle: Engine[] = [];
const mostIdle = 2;

const waitingLimits = { timeoutMilliseconds: 30_000, waiters: 10_000 } as const;
const statementTimeoutMilliseconds = 300_000;

/** Lends an empty, migrated database on an engine that others have had before and will have after. */
export async function lendEmbedded(): Promise<OpenDatabase> {
  const engine = idle.pop() ?? (await counted('databases', startEngine));
  const source = new EmbeddedSource(lendClient(engine), waitingLimits, () => undefined);
  return createDatabase(
    { kind: 'embedded', source, reservedSource: source, withUnlimitedSource: (work) => work(source) },
    silent,
  );
}

async function startEngine(): Promise<Engine> {
  const client = await WorkerClient.start(
    { folder: undefined, snapshot: await migratedSnapshot() },
    statementTimeoutMilliseconds,
  );
  const source = new EmbeddedSource(client, waitingLimits, () => undefined);
  const run: Run = async (text, parameters) => {
    const connection = await source.acquire();
    try {
      return await connection.run(text, parameters);
    } finally {
      connection.release(false);
    }
  };
  return { client, run, pristine: await describePristine(run) };
}

/** The engine for one borrower. Closing it takes the engine back, and whoever still uses it then is refused. */
function lendClient(engine: Engine): EmbeddedClient {
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  return {
    run(text, parameters) {
      if (closed) return Promise.reject(new DatabaseUnavailableError('The database is closed'));
      const result = engine.client.run(text, parameters);
      running.add(result);
      const done = () => running.delete(result);
      result.then(done, done);
      return result;
    },
    close() {
      closed ??= Promise.allSettled(running).then(() => counted('databases', () => takeBack(engine)));
      return closed;
    },
  };
}

async function takeBack(engine: Engine): Promise<void> {
  const usable =
    idle.length < mostIdle && (await reset(engine.run, engine.pristine).catch(() => false)) === true;
  if (usable) idle.push(engine);
  else await engine.client.close();
}
