import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { MailEvent, MailEventListener, MailReport } from './mail-event.ts';
import { deleteRecordedBefore, findSent, insertEvents } from './mail-events.store.ts';

/** New events of mails. Listeners that count come last, since all transactions share the counters. */
export type MailEventsRecorded = TransactionEvent<readonly MailEvent[]>;

/** The log of what happens to mails: every sender, webhook, bounce and tracked link writes here. */
export interface MailEvents {
  /**
   * Records what is new, and calls the listeners. The same report twice (same provider, same event id) changes nothing.
   * @returns what was new
   */
  record(tx: Tx, reports: readonly MailReport[]): Promise<readonly MailEvent[]>;
  /** Deletes a thousand events that were recorded more than 90 days ago. @returns whether there may be more */
  prune(tx: Tx): Promise<boolean>;
}

const keptForMs = 90 * 24 * 3_600_000;
const prunedAtOnce = 1_000;

export function createMailEvents(dependencies: {
  readonly clock: Clock;
  /** In their order. */
  readonly listeners: readonly MailEventListener[];
}): MailEvents {
  const { clock, listeners } = dependencies;
  return {
    async record(tx, reports) {
      if (reports.length === 0) return [];
      const unknown = reports.flatMap(({ deliveryId, sent }) =>
        deliveryId === null || sent !== undefined ? [] : [deliveryId],
      );
      const sentBefore = await findSent(tx, [...new Set(unknown)]);
      const events = await insertEvents(
        tx,
        reports.map((report) => {
          const known = report.deliveryId === null ? undefined : sentBefore.get(report.deliveryId);
          return {
            ...report,
            domain: report.address === null ? (known?.domain ?? '') : domainOf(report.address),
            mail: mailOf(report, known?.mail ?? null),
          };
        }),
        clock.now(),
      );
      if (events.length > 0) for (const listener of listeners) await listener(tx, events);
      return events;
    },

    async prune(tx) {
      const before = new Date(clock.now().getTime() - keptForMs);
      return (await deleteRecordedBefore(tx, before, prunedAtOnce)) === prunedAtOnce;
    },
  };
}

function mailOf({ type, provider, at, sent }: MailReport, sentBefore: MailEvent['mail']): MailEvent['mail'] {
  return sent === undefined ? sentBefore : { ...sent, provider, sentAt: type === 'sent' ? at : null };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
