import type {
  Suppression,
  SuppressionImportResult,
  SuppressionInput,
  SuppressionReason,
  SuppressionScope,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { csvHeader, csvLine } from '../../../platform/csv/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import { findNames } from '../../identity/people/index.ts';
import { normalizeAddress } from './address.ts';
import { invalid, type ReadList } from './csv.ts';
import { cleanStanding, type Standing } from './decide.ts';
import { type SuppressionRow, selectAfter, selectSuppression, selectSuppressions } from './list.store.ts';
import { lockStandings, saveStandings } from './standings.store.ts';
import { deleteSuppression, findListed, findSuppression, upsertSuppressions } from './suppressions.store.ts';

const cursors = createCursors({ createdAt: momentField, id: idField });

/** The list as operators read and change it. */
export interface SuppressionList {
  /** @throws {ApplicationError} `invalid_cursor` */
  list(tx: Tx, query: SuppressionQuery): Promise<{ items: Suppression[]; next_cursor: string | null }>;
  /** Stops all mail to an address, or changes an operator's earlier decision about it. */
  suppress(tx: Tx, operatorId: string, input: SuppressionInput): Promise<Suppression>;
  /**
   * Takes one reason from an address and forgets its bounces.
   * @param pinDays for so many days bounces do not suppress it again
   * @returns what is released
   * @throws {ApplicationError} `not_found`
   */
  release(
    tx: Tx,
    operatorId: string,
    suppressionId: string,
    pinDays: number,
  ): Promise<{ readonly reason: SuppressionReason; readonly scope: SuppressionScope }>;
  /**
   * Reads a list in a thread; never within a transaction, which would wait for it.
   * @throws {ApplicationError} `suppression_list_invalid`, `overloaded`
   */
  readList(csv: string): Promise<ReadList>;
  import(
    tx: Tx,
    operatorId: string,
    given: { readonly list: ReadList; readonly dryRun: boolean },
  ): Promise<SuppressionImportResult>;
  /** The whole list as CSV, in pieces. */
  export(tx: Tx): AsyncIterable<string>;
}

export interface SuppressionQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q: string;
  readonly reason?: SuppressionReason | undefined;
  readonly scope?: SuppressionScope | undefined;
  readonly expired: boolean;
}

const day = 86_400_000;
const exportPage = 500;

const readTask = workerFile<typeof import('./csv.worker.ts')>(
  new URL('./csv.worker.ts', import.meta.url),
).task('readSuppressions', {
  name: 'suppressions.list',
  deadlineMs: 10_000,
  // The contract has a narrower limit.
  maximumSize: 1_000_000,
  sizeOf: ({ csv }) => csv.length,
});
/** Before all ids. */
const first = '00000000-0000-0000-0000-000000000000';

export function createSuppressionList({
  clock,
  logger,
  workers,
}: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly workers: WorkerPool;
}): SuppressionList {
  return {
    async list(tx, { limit, cursor, ...filter }) {
      const after = cursors.read(cursor);
      const q = filter.q.trim().toLowerCase();
      const rows = await selectSuppressions(tx, { ...filter, q }, after, limit + 1, clock.now());
      const names = await operatorsOf(tx, rows);
      return cursors.page(
        rows,
        limit,
        (row) => toSuppression(row, names),
        (row) => ({ createdAt: row.created_at, id: row.id }),
      );
    },

    async suppress(tx, operatorId, { address, scope, note, expires_at }) {
      const normalized = normalizeAddress(address) ?? address;
      const expiresAt = expires_at === null ? null : new Date(expires_at);
      const given = { address: normalized, scope, expiresAt, note: note === '' ? null : note };
      await upsertSuppressions(
        tx,
        [{ ...given, reason: 'manual', source: 'operator', status: null, createdBy: operatorId }],
        clock.now(),
      );
      logger.info(
        { event: 'address_suppressed', reason: 'manual', scope, operator_id: operatorId },
        'suppressed',
      );
      const row = await selectSuppression(tx, normalized, 'manual');
      if (row === undefined) throw new Error('the suppression has gone');
      return toSuppression(row, await operatorsOf(tx, [row]));
    },

    async release(tx, operatorId, suppressionId, pinDays) {
      const found = await findSuppression(tx, suppressionId);
      if (found === undefined) throw new ApplicationError('not_found');
      const { address, reason, scope } = found;
      if (address !== null) {
        const now = clock.now();
        await lockStandings(tx, [address]);
        const pinnedUntil = pinDays === 0 ? null : new Date(now.getTime() + pinDays * day);
        await saveStandings(tx, new Map<string, Standing>([[address, { ...cleanStanding, pinnedUntil }]]));
      }
      await deleteSuppression(tx, suppressionId);
      logger.info(
        { event: 'address_released', reason, pin_days: pinDays, operator_id: operatorId },
        'released',
      );
      return { reason, scope };
    },

    async readList(csv) {
      const read = await workers.run(readTask, { csv, now: clock.now() });
      if (read.status !== 'done') throw invalid(`It is too hard to read: ${read.detail}.`);
      if ('invalid' in read.output) throw invalid(read.output.invalid);
      return read.output;
    },

    async import(tx, operatorId, { list, dryRun }) {
      const now = clock.now();
      const { lines, entries, refused, errors } = list;
      const listed = await findListed(tx, entries);
      const updated = entries.filter(({ address, reason }) => listed.has(`${address} ${reason}`)).length;
      if (!dryRun) {
        await upsertSuppressions(
          tx,
          entries.map((entry) => ({ ...entry, source: 'operator', status: null, createdBy: operatorId })),
          now,
        );
        const count = entries.length;
        logger.info({ event: 'suppressions_imported', count, operator_id: operatorId }, 'imported a list');
      }
      return { lines, added: entries.length - updated, updated, refused, errors };
    },

    async *export(tx) {
      yield csvHeader(['address', 'reason', 'scope', 'source', 'status', 'created_at', 'expires_at', 'note']);
      let after = first;
      for (;;) {
        const rows = await selectAfter(tx, after, exportPage);
        yield rows.map(toLine).join('');
        const last = rows.at(-1);
        if (last === undefined || rows.length < exportPage) return;
        after = last.id;
      }
    },
  };
}

/** The names of the operators who have entered these. */
function operatorsOf(tx: Tx, rows: readonly SuppressionRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ created_by: id }) => (id === null ? [] : [id]));
  return findNames(tx, [...new Set(ids)]);
}

function toSuppression(row: SuppressionRow, names: ReadonlyMap<string, string>): Suppression {
  const { created_by, created_at, expires_at, ...rest } = row;
  return {
    ...rest,
    created_by: created_by === null ? null : (names.get(created_by) ?? null),
    created_at: created_at.toISOString(),
    expires_at: expires_at?.toISOString() ?? null,
  };
}

function toLine(row: SuppressionRow): string {
  const { address, reason, scope, source, status, created_at, expires_at, note } = row;
  return csvLine([
    address ?? '',
    reason,
    scope,
    source,
    status ?? '',
    created_at.toISOString(),
    expires_at?.toISOString() ?? '',
    note ?? '',
  ]);
}
