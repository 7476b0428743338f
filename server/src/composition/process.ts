import type { RunningProcess } from '../edges/cli/actions.ts';
import { DatabaseUnavailableError } from '../platform/db/index.ts';
import type { Platform } from './foundation.ts';

const superviseMs = 5_000;

/**
 * Turns what has been started into a process that stops once, within the configured time, and that stops by itself
 * when its embedded database is gone: nothing can bring that back but a new start.
 */
export function superviseProcess(
  { config, database, logger }: Pick<Platform, 'config' | 'database' | 'logger'>,
  finish: () => Promise<void>,
): RunningProcess {
  const { promise: stopped, resolve, reject } = Promise.withResolvers<void>();
  let stopping = false;

  function stop(reason?: unknown): void {
    if (stopping) return;
    stopping = true;
    clearInterval(supervision);
    logger.info('stopping');
    const late = setTimeout(() => {
      logger.warn('stopped before everything had finished; the rest is done at the next start');
      resolve();
    }, config.shutdownSeconds * 1_000);
    finish()
      .then(() => (reason === undefined ? resolve() : reject(reason)), reject)
      .finally(() => clearTimeout(late));
  }

  const supervision = setInterval(() => {
    if (database.kind !== 'embedded') return;
    database.executeSql('select 1').catch((error: unknown) => {
      if (error instanceof DatabaseUnavailableError) stop(error);
    });
  }, superviseMs);
  supervision.unref();

  return { stopped, stop: () => stop() };
}
