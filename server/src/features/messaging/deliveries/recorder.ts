import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { ChannelSender, ContactPoint, OutgoingDelivery, SendOutcome } from '../channels/index.ts';
import { removeSecrets } from '../notifications/index.ts';
import { recordSettlements, type Settled as StoredResult } from './claims.store.ts';
import type { Settlement } from './settlement.ts';
import type { ClaimedDelivery } from './with-notifications.ts';

/** That it was tried to send a claim, and what the channel said. */
export interface Try<Contact extends ContactPoint, Receipt> {
  readonly delivery: OutgoingDelivery<Contact>;
  readonly outcome: SendOutcome<Receipt>;
  readonly at: Date;
  /** The day that it counts for if it was sent. */
  readonly budgetDay: string | null;
}

interface Settled<Contact extends ContactPoint, Receipt> extends StoredResult {
  readonly claim: ClaimedDelivery;
  readonly tried: Try<Contact, Receipt> | null;
}

/**
 * Writes results soon and many at a time: while one statement is under way the next results gather. So a crash
 * repeats few mails, and a fast batch costs few commits.
 */
export interface Recorder<Contact extends ContactPoint, Receipt> {
  /** @param tried null: it was not tried to send it */
  add(claim: ClaimedDelivery, settlement: Settlement, tried?: Try<Contact, Receipt> | null): void;
  /**
   * Resolves as soon as fewer results than the limit wait to be written. It is waited for before something is sent:
   * whatever is sent and not written when the process dies is sent a second time. Throws if some could not be written: nothing more may
   * be sent then.
   */
  room(): Promise<void>;
  /** Waits for what is being written. Throws if some of it could not be; the leases bring that back. */
  finish(): Promise<void>;
}

export function createRecorder<Contact extends ContactPoint, Receipt>({
  database,
  clock,
  sender,
  limit,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly sender: Pick<ChannelSender<Contact, Receipt>, 'recordAttempts'>;
  /** Results that may wait to be written while more is being sent. */
  readonly limit: number;
}): Recorder<Contact, Receipt> {
  let gathered: Settled<Contact, Receipt>[] = [];
  let unwritten = 0;
  let writing: Promise<void> | undefined;
  /** Ends with the statement that is under way. */
  let written = Promise.withResolvers<void>();
  let failure: { readonly error: unknown } | undefined;

  async function writeAll(): Promise<void> {
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      try {
        await write({ database, sender }, batch, clock.now());
      } catch (error) {
        failure ??= { error };
      } finally {
        unwritten -= batch.length;
        written.resolve();
        written = Promise.withResolvers<void>();
      }
    }
    writing = undefined;
  }

  return {
    add(claim, settlement, tried = null) {
      const outcome = tried?.outcome;
      const carrier = (outcome?.result === 'sent' ? outcome.carrier : undefined) ?? null;
      gathered.push({ claim, settlement, tried, carrier, budgetDay: tried?.budgetDay ?? null });
      unwritten += 1;
      writing ??= writeAll();
    },
    async room() {
      while (unwritten >= limit && failure === undefined) await written.promise;
      if (failure !== undefined) throw failure.error;
    },
    async finish() {
      await writing;
      if (failure !== undefined) throw failure.error;
    },
  };
}

async function write<Contact extends ContactPoint, Receipt>(
  {
    database,
    sender,
  }: {
    readonly database: Database;
    readonly sender: Pick<ChannelSender<Contact, Receipt>, 'recordAttempts'>;
  },
  batch: readonly Settled<Contact, Receipt>[],
  now: Date,
): Promise<void> {
  const attempts = batch.flatMap(({ settlement, tried }) => {
    if (tried === null) return [];
    const { delivery, outcome, at } = tried;
    return [{ delivery, outcome, willRetry: settlement.status === 'pending', at }];
  });
  await database.transaction(async (tx) => {
    const recorded = await recordSettlements(tx, batch, now);
    // Of a claim that was lost the new owner may still have to send the secret.
    const finished = batch.filter(
      ({ claim, settlement }) => settlement.status !== 'pending' && recorded.has(claim.id),
    );
    await removeSecrets(
      tx,
      finished.map(({ claim }) => claim.notification_id),
    );
    // Last, since a channel may count there: counters are shared by all, and nothing is locked after them.
    if (attempts.length > 0) await sender.recordAttempts?.(tx, attempts);
  });
}
