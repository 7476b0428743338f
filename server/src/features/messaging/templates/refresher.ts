import type { Bus } from '../../../platform/bus/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { PublishedTemplate, Texts } from '../texts/index.ts';
import { toPublished } from './template-views.ts';
import { findPublished, readRevision, type TemplateRow } from './templates.store.ts';

/** Keeps what this process says equal to what is published. */
export interface TemplateRefresher {
  /** Reads what is published, and from now on whenever it changes. Resolves when it has been read once. */
  start(): Promise<void>;
  /** Reads it again, if it has changed. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

const channel = 'templates';

/** How long a node that misses the hint says the old words, in milliseconds. */
const pollMs = 5_000;

/** The hint for all nodes that something else is published. */
export const announcePublished = (bus: Bus) => () => bus.publish(channel, '');

export function createTemplateRefresher(dependencies: {
  readonly database: Database;
  readonly bus: Bus;
  readonly logger: Logger;
  readonly texts: Pick<Texts, 'usePublished'>;
}): TemplateRefresher {
  const { database, bus, logger, texts } = dependencies;
  let known = '0';
  let running: Promise<void> | undefined;
  let again = false;
  let stopLooking = () => {};

  async function readOnce(): Promise<void> {
    // The revision first: what is published in between is read now, and once more at the next look.
    const revision = await readRevision(database.query);
    if (revision === known) return;
    texts.usePublished((await findPublished(database.query)).flatMap(readable));
    known = revision;
  }

  async function readWhileAsked(): Promise<void> {
    do {
      again = false;
      await readOnce();
    } while (again);
  }

  function refresh(): Promise<void> {
    again = true;
    running ??= readWhileAsked().finally(() => {
      running = undefined;
    });
    return running;
  }

  function refreshSoon(): void {
    refresh().catch((error: unknown) => logger.warn({ err: error }, 'templates could not be read'));
  }

  function readable(row: TemplateRow): PublishedTemplate[] {
    const template = toPublished(row);
    if (template !== undefined) return [template];
    const { id, kind, channel: by, locale } = row;
    logger.error(
      { template_id: id, kind, channel: by, locale },
      'a template has not the fields of its channel',
    );
    return [];
  }

  return {
    refresh,
    async start() {
      const subscription = bus.subscribe(channel, refreshSoon);
      const stopListening = bus.onRestored(refreshSoon);
      const poll = setInterval(refreshSoon, pollMs);
      poll.unref();
      stopLooking = () => {
        clearInterval(poll);
        stopListening();
        subscription.unsubscribe();
      };
      await refresh();
    },
    async stop() {
      stopLooking();
      await running?.catch(() => {});
    },
  };
}
