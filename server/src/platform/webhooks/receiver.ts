import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { ApplicationError } from '../errors/index.ts';
import type { Logger } from '../observability/index.ts';
import { useToken } from './tokens.store.ts';
import type { RecordReports, Webhook, WebhookReceiver } from './webhook.ts';

/** For longer than any signature is taken, in milliseconds. */
const tokenMemoryMs = 86_400_000;

export interface WebhookReceiverDependencies<Report> {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** By the name in their path; those that are not there answer nothing. */
  readonly webhooks: ReadonlyMap<string, Webhook<Report>>;
  readonly record: RecordReports<Report>;
  /** What the log may say of a report that could not be recorded. */
  readonly describe: (report: Report) => Readonly<Record<string, unknown>>;
}

export function createWebhookReceiver<Report>({
  database,
  clock,
  logger,
  webhooks,
  record,
  describe,
}: WebhookReceiverDependencies<Report>): WebhookReceiver {
  /** Uses up the token of the call together with what it tells; false: it was used before. */
  async function isFirst(tx: Tx, sender: string, token: string | null): Promise<boolean> {
    if (token === null) return true;
    const now = clock.now();
    return useToken(tx, sender, token, now, new Date(now.getTime() - tokenMemoryMs));
  }

  /** What cannot be recorded must not keep the rest from it; when nothing can be, it is not the reports' fault. */
  async function recordOneByOne(reports: readonly Report[], failure: unknown): Promise<void> {
    let recorded = 0;
    for (const report of reports) {
      try {
        await database.transaction((tx) => record(tx, [report]));
        recorded += 1;
      } catch (error) {
        logger.error({ err: error, ...describe(report) }, 'a report could not be recorded');
      }
    }
    if (recorded === 0) throw failure;
  }

  return {
    async receive(sender, call) {
      const webhook = webhooks.get(sender);
      if (webhook === undefined) throw new ApplicationError('not_found');
      const { reports, onceToken } = await webhook.read(call, clock.now());
      if (reports.length === 0 && onceToken === null) return;
      try {
        await database.transaction(async (tx) => {
          if (await isFirst(tx, sender, onceToken)) await record(tx, reports);
          else logger.warn({ provider: sender }, 'a webhook was called with a token that has been used');
        });
      } catch (error) {
        if (reports.length < 2) throw error;
        await recordOneByOne(reports, error);
      }
    },
  };
}
