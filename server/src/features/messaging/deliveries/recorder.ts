import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { type Recipient, secretsOf } from '../notifications/index.ts';
import type { AttemptJournal, SendOutcome } from './channel.ts';
import {
  type ClaimedDelivery,
  recordSettlements,
  removeFromPayloads,
  type Settled as StoredResult,
} from './deliveries.store.ts';
import type { Settlement } from './settlement.ts';

/** That it was tried to send a claim, and what the channel said. */
export interface Try {
  readonly recipient: Recipient;
  readonly outcome: SendOutcome;
  readonly at: Date;
  /** The day that it counts for if it was sent. */
  readonly budgetDay: string | null;
}

interface Settled extends StoredResult {
  readonly claim: ClaimedDelivery;
  readonly tried: Try | null;
}

/**
 * Writes results soon and many at a time: while one statement is under way the next results gather. So a crash
 * repeats few mails, and a fast batch costs few commits.
 */
export interface Recorder {
  /** @param tried null: it was not tried to send it */
  add(claim: ClaimedDelivery, settlement: Settlement, tried?: Try | null): void;
  /**
   * Resolves as soon as fewer results than the limit wait to be written. Who sends waits for it first: whatever is sent
   * and not written when the process dies is sent a second time. Throws if some could not be written: nothing more may
   * be sent then.
   */
  room(): Promise<void>;
  /** Waits for what is being written. Throws if some of it could not be; the leases bring that back. */
  finish(): Promise<void>;
}

export function createRecorder({
  database,
  clock,
  journal,
  limit,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly journal: AttemptJournal;
  /** Results that may wait to be written while more is being sent. */
  readonly limit: number;
}): Recorder {
  let gathered: Settled[] = [];
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
        await write({ database, journal }, batch, clock.now());
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
      const receipt = (outcome?.result === 'sent' ? outcome.receipt : undefined) ?? null;
      gathered.push({ claim, settlement, tried, receipt, budgetDay: tried?.budgetDay ?? null });
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

async function write(
  { database, journal }: { readonly database: Database; readonly journal: AttemptJournal },
  batch: readonly Settled[],
  now: Date,
): Promise<void> {
  const attempts = batch.flatMap(({ claim, settlement, tried }) =>
    tried === null
      ? []
      : [
          {
            deliveryId: claim.id,
            kind: claim.kind,
            recipient: tried.recipient,
            outcome: tried.outcome,
            willRetry: settlement.status === 'pending',
            at: tried.at,
          },
        ],
  );
  const finished = batch.filter(({ settlement }) => settlement.status !== 'pending');
  await database.transaction(async (tx) => {
    await recordSettlements(tx, batch, now);
    for (const [kind, own] of Map.groupBy(finished, ({ claim }) => claim.kind)) {
      const secrets = secretsOf(kind);
      const ids = own.map(({ claim }) => claim.notification_id);
      if (secrets.length > 0) await removeFromPayloads(tx, ids, secrets);
    }
    // Last, since it counts: counters are shared by all, and nothing is locked after them.
    if (attempts.length > 0) await journal(tx, attempts);
  });
}
