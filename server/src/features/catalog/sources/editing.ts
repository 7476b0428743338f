import type { SourceInput, SourceKind, sourceUpdateSchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { JobImports } from '../jobs/index.ts';
import { adapters } from './adapters.ts';
import { closeRuns } from './runs.store.ts';
import {
  findSource,
  findSourceOfBoard,
  insertSource,
  lockSource,
  type SourceRow,
  selectScheduled,
  updateSource,
} from './sources.store.ts';
import type { SourceWork } from './work.ts';

/** What operators do with sources. */
export interface SourceEditing {
  /**
   * Adds a source; one that was removed comes back, so that its jobs are not new a second time. It takes no `tx`, since
   * no transaction should wait for the look at the address.
   * @throws {ApplicationError} `source_exists`, `outgoing_address_refused`, `invalid_request`
   */
  add(input: SourceInput): Promise<string>;
  edit(tx: Tx, sourceId: string, change: z.output<typeof sourceUpdateSchema>): Promise<void>;
  /** Closes its open jobs and keeps its log. */
  remove(tx: Tx, sourceId: string): Promise<void>;
  /** The sources that run by themselves. */
  listScheduled(): Promise<readonly string[]>;
  /** Has the queue run the source as it says now. Of several at once the last one sees the latest. */
  followSchedule(sourceId: string): Promise<void>;
}

export interface SourceEditingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly httpClient: HttpClient;
  readonly jobs: Pick<JobImports, 'closeRemoved'>;
  readonly work: SourceWork;
}

export function createSourceEditing(dependencies: SourceEditingDependencies): SourceEditing {
  const { database, clock, httpClient, jobs, work } = dependencies;

  async function changeSchedule(tx: Tx, { id, schedule, time_zone: timeZone }: SourceRow): Promise<void> {
    if (schedule !== null) work.assertSchedule(id, schedule, timeZone);
    await work.enqueueSchedule(tx, id);
  }

  return {
    async add(input) {
      const adapter = adapters[input.kind];
      if (!adapter.isAddress(input.address)) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'address', message: 'must be what this kind of source takes as an address' }],
        });
      }
      // The hosts of boards are known, and any other address may lead anywhere.
      if (adapter.url(input.address) === input.address) await httpClient.assertAllowed(input.address);
      return database.transaction(async (tx) => {
        const source = await addOrRevive(tx, input, clock.now());
        if (source === null) throw new ApplicationError('source_exists');
        await changeSchedule(tx, source);
        return source.id;
      });
    },

    async edit(tx, sourceId, change) {
      await getSource(tx, sourceId);
      const source = await updateSource(tx, sourceId, { ...change, updated_at: clock.now() });
      if (source !== undefined) await changeSchedule(tx, source);
    },

    async remove(tx, sourceId) {
      await getSource(tx, sourceId);
      const now = clock.now();
      await updateSource(tx, sourceId, { deleted_at: now, updated_at: now });
      // First, so that a batch of a run that is under way either is seen below or is refused.
      await closeRuns(tx, { sourceId }, 'the source was removed', now);
      await jobs.closeRemoved(tx, sourceId);
      await work.enqueueSchedule(tx, sourceId);
    },

    async listScheduled() {
      const rows = await selectScheduled(database.query);
      return rows.map(({ id }) => id);
    },

    async followSchedule(sourceId) {
      await database.transaction(async (tx) => {
        const source = await lockSource(tx, sourceId);
        const cron = source?.deleted_at === null && source.enabled ? source.schedule : null;
        await work.follow(sourceId, cron === null ? null : { cron, timeZone: source?.time_zone ?? 'UTC' });
      });
    },
  };
}

/** @throws {ApplicationError} `not_found` for one that is unknown or was removed */
export async function getSource(tx: Tx, sourceId: string): Promise<SourceRow> {
  const source = await findSource(tx, sourceId);
  if (source === undefined) throw new ApplicationError('not_found');
  return source;
}

/** Adds the source of a board or brings a removed one back; null when there is one. */
export async function addOrRevive(
  tx: Tx,
  input: SourceInput | (Omit<SourceInput, 'kind'> & { kind: SourceKind }),
  now: Date,
): Promise<SourceRow | null> {
  const { kind, address, ...settings } = input;
  const earlier = await findSourceOfBoard(tx, kind, address);
  if (earlier !== undefined && earlier.deleted_at === null) return null;
  if (earlier !== undefined) {
    const fresh = {
      consecutive_failures: 0,
      interrupted_runs: 0,
      next_attempt_at: null,
      etag: null,
      last_modified: null,
      deleted_at: null,
    };
    return (await updateSource(tx, earlier.id, { ...settings, ...fresh, updated_at: now })) ?? null;
  }
  const id = uuidv7();
  const inserted = await insertSource(tx, {
    id,
    kind,
    address,
    ...settings,
    consecutive_failures: 0,
    created_at: now,
    updated_at: now,
  });
  return inserted ? ((await findSource(tx, id)) ?? null) : null;
}
