import { inboxTemplateSchema, mailTemplateSchema } from '@rolecall/contract';
import type { Bus } from '../../../platform/bus/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { BrokenTemplateReport, PublishedTemplate, Texts } from '../texts/index.ts';
import { findPublished, readRevision, type TemplateRow } from './templates.store.ts';
import { compiledOf } from './templates.ts';

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

/** Says in the log which template can not be used; the shipped text is said instead. */
export const reportBroken =
  (logger: Logger): BrokenTemplateReport =>
  ({ id, kind, channel: by, locale }, error) =>
    logger.error({ err: error, template_id: id, kind, channel: by, locale }, 'a template can not be used');

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
    texts.usePublished((await findPublished(database.query)).flatMap(toPublished));
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

  function toPublished(row: TemplateRow): PublishedTemplate[] {
    const { id, kind, locale, version, channel: by, content } = row;
    if (by === 'inbox') {
      const inbox = inboxTemplateSchema.safeParse(content);
      if (inbox.success) return [{ id, kind, locale, version, channel: by, content: inbox.data }];
    } else {
      const mail = mailTemplateSchema.safeParse(content);
      if (mail.success) {
        const compiled = compiledOf(row);
        return [{ id, kind, locale, version, channel: by, content: mail.data, compiled }];
      }
    }
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
