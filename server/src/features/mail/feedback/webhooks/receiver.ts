import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { MailEvents, MailReport } from '../../events/index.ts';
import { useToken } from './tokens.store.ts';
import type { ProviderWebhook, WebhookCall } from './webhook.ts';

/** Takes what providers tell of mails. */
export interface WebhookReceiver {
  /**
   * Records what a call tells. The same call may come again.
   *
   * @throws {ApplicationError} `not_found` for a provider that is not configured, and what reading it throws
   */
  receive(provider: string, call: WebhookCall): Promise<void>;
}

/** For longer than any signature is taken, in milliseconds. */
const tokenMemoryMs = 86_400_000;

export function createWebhookReceiver(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailEvents: MailEvents;
  /** By the name in their path; those that are not there answer nothing. */
  readonly webhooks: ReadonlyMap<string, ProviderWebhook>;
}): WebhookReceiver {
  const { database, clock, logger, mailEvents, webhooks } = dependencies;

  /** Uses up the token of the call together with what it tells; false: it was used before. */
  async function isFirst(tx: Tx, provider: string, token: string | null): Promise<boolean> {
    if (token === null) return true;
    const now = clock.now();
    return useToken(tx, provider, token, now, new Date(now.getTime() - tokenMemoryMs));
  }

  /** What can not be recorded must not keep the rest from it; when nothing can be, it is not the reports' fault. */
  async function recordOneByOne(reports: readonly MailReport[], failure: unknown): Promise<void> {
    let recorded = 0;
    for (const report of reports) {
      try {
        await database.transaction((tx) => mailEvents.record(tx, [report]));
        recorded += 1;
      } catch (error) {
        logger.error(
          { err: error, type: report.type, provider: report.provider },
          'a report could not be recorded',
        );
      }
    }
    if (recorded === 0) throw failure;
  }

  return {
    async receive(provider, call) {
      const webhook = webhooks.get(provider);
      if (webhook === undefined) throw new ApplicationError('not_found');
      const { reports, onceToken } = await webhook.read(call, clock.now());
      if (reports.length === 0 && onceToken === null) return;
      try {
        await database.transaction(async (tx) => {
          if (await isFirst(tx, provider, onceToken)) await mailEvents.record(tx, reports);
          else logger.warn({ provider }, 'a webhook was called with a token that has been used');
        });
      } catch (error) {
        if (reports.length < 2) throw error;
        await recordOneByOne(reports, error);
      }
    },
  };
}
