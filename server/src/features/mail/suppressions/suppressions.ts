import { createHmac, createSecretKey } from 'node:crypto';
import type {
  Suppression,
  SuppressionImportResult,
  SuppressionInput,
  SuppressionReason,
  SuppressionScope,
} from '@rolecall/contract';
import { validate as isUuid } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import { csvLine } from '../../../platform/csv/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { deriveKey } from '../../../platform/secret/index.ts';
import type { MailEvent, MailEventListener } from '../events/index.ts';
import { normalizeAddress } from './address.ts';
import { type Block, reasonsLiftedByProof } from './blocks.ts';
import { readList } from './csv.ts';
import { bounceMemoryMs, cleanStanding, decide, type Standing } from './decide.ts';
import { deleteStanding, forgetStandings, lockStandings, saveStandings } from './standings.store.ts';
import {
  deleteForAddress,
  deleteSuppression,
  findAddressesOfPeople,
  findBlocks,
  findListed,
  findSuppression,
  hideAddress,
  type NewSuppression,
  type SuppressionRow,
  selectAfter,
  selectSuppression,
  selectSuppressions,
  upsertSuppressions,
} from './suppressions.store.ts';

/** Addresses that are not written to, and how they got there. */
export interface Suppressions {
  /**
   * Follows what is told of mails: suppresses addresses, or counts their bounces. Only addresses that somebody here has
   * are kept; nobody else is written to.
   */
  readonly follow: MailEventListener;
  /** What holds against these addresses now; those that nothing holds against are left out. */
  findBlocks(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, readonly Block[]>>;
  /** Its owner has shown that mail arrives there: what bounces and complaints have led to is over. */
  addressProven(tx: Tx, address: string): Promise<void>;
  /** @throws {ApplicationError} `invalid_cursor` */
  list(tx: Tx, query: SuppressionQuery): Promise<{ items: Suppression[]; next_cursor: string | null }>;
  /** Stops all mail to an address, or changes an operator's earlier decision about it. */
  suppress(tx: Tx, operatorId: string, input: SuppressionInput): Promise<Suppression>;
  /**
   * Takes one reason from an address and forgets its bounces.
   * @param pinDays for so many days bounces do not suppress it again
   * @throws {ApplicationError} `not_found`
   */
  release(tx: Tx, operatorId: string, suppressionId: string, pinDays: number): Promise<void>;
  /** @throws {ApplicationError} `suppression_list_invalid` */
  import(
    tx: Tx,
    operatorId: string,
    list: { readonly csv: string; readonly dryRun: boolean },
  ): Promise<SuppressionImportResult>;
  /** The whole list as CSV, piece by piece. */
  export(tx: Tx): AsyncIterable<string>;
  /**
   * What bounces and complaints have led to goes with the account: nothing is sent there any more, and should somebody
   * sign up with the address again, one mail shows how it stands. What an operator has decided is to outlast the account,
   * so of that a keyed hash is left, which nobody can turn back into the address.
   */
  eraseAddress(tx: Tx, address: string): Promise<void>;
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
/** Before all ids. */
const first = '00000000-0000-0000-0000-000000000000';

export function createSuppressions(dependencies: {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of the instance; the key of the hashes is derived from it. */
  readonly secret: string;
}): Suppressions {
  const { clock, logger } = dependencies;
  const key = createSecretKey(deriveKey(dependencies.secret, 'suppressed-address'));
  const hashOf = (address: string) => createHmac('sha256', key).update(address).digest('hex');

  async function follow(tx: Tx, events: readonly MailEvent[]): Promise<void> {
    const told = events.flatMap((event) => {
      if (event.type !== 'bounced' && event.type !== 'complained') return [];
      const address = event.address === null ? null : normalizeAddress(event.address);
      return address === null ? [] : [{ address, event }];
    });
    if (told.length === 0) return;
    const now = clock.now();
    const ours = await findAddressesOfPeople(tx, [...new Set(told.map(({ address }) => address))]);
    if (ours.size === 0) return;
    await forgetStandings(tx, new Date(now.getTime() - bounceMemoryMs), now);
    const standings = new Map(await lockStandings(tx, [...ours]));
    const suppressed = new Map<string, NewSuppression>();
    for (const { address, event } of told) {
      if (!ours.has(address)) continue;
      const { type, status = null, bounce = null, provider } = event;
      const verdict = decide(standings.get(address) ?? cleanStanding, { type, status, bounce }, now);
      standings.set(address, verdict.standing);
      if (verdict.suppress === null) continue;
      const { reason } = verdict.suppress;
      suppressed.set(`${address} ${reason}`, {
        address,
        ...verdict.suppress,
        source: provider,
        note: null,
        status,
        createdBy: null,
      });
      logger.info(
        {
          event: 'address_suppressed',
          reason,
          ground: verdict.ground,
          status,
          provider,
          user_id: event.mail?.userId,
        },
        'an address is not written to any more',
      );
    }
    await saveStandings(tx, standings);
    await upsertSuppressions(tx, [...suppressed.values()], now);
  }

  return {
    follow,

    async findBlocks(tx, addresses) {
      if (addresses.length === 0) return new Map();
      const givenBy = new Map<string, string[]>();
      for (const address of new Set(addresses)) {
        const normalized = normalizeAddress(address);
        if (normalized === null) continue;
        for (const one of [normalized, hashOf(normalized)])
          givenBy.set(one, [...(givenBy.get(one) ?? []), address]);
      }
      const keys = [...givenBy.keys()];
      const blocks = new Map<string, Block[]>();
      for (const { key: one, ...block } of await findBlocks(tx, keys, keys, clock.now())) {
        for (const address of givenBy.get(one) ?? [])
          blocks.set(address, [...(blocks.get(address) ?? []), block]);
      }
      return blocks;
    },

    async addressProven(tx, address) {
      const normalized = normalizeAddress(address);
      if (normalized === null) return;
      await deleteStanding(tx, normalized);
      const lifted = await deleteForAddress(tx, normalized, reasonsLiftedByProof);
      if (lifted.length > 0)
        logger.info({ event: 'address_proven', reasons: lifted }, 'an address is written to again');
    },

    async list(tx, { limit, cursor, ...filter }) {
      const after = cursor === undefined ? null : positionOf(cursor);
      const q = filter.q.trim().toLowerCase();
      const rows = await selectSuppressions(tx, { ...filter, q }, after, limit + 1, clock.now());
      return toPage(rows, limit, toSuppression, (row) => [row.created_at.toISOString(), row.id]);
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
      return toSuppression(row);
    },

    async release(tx, operatorId, suppressionId, pinDays) {
      const found = await findSuppression(tx, suppressionId);
      if (found === undefined) throw new ApplicationError('not_found');
      const { address, reason } = found;
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
    },

    async import(tx, operatorId, { csv, dryRun }) {
      const now = clock.now();
      const { lines, entries, refused, errors } = readList(csv, now);
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
      yield csvLine(['address', 'reason', 'scope', 'source', 'status', 'created_at', 'expires_at', 'note']);
      let after = first;
      for (;;) {
        const rows = await selectAfter(tx, after, exportPage);
        yield rows.map(toLine).join('');
        const last = rows.at(-1);
        if (last === undefined || rows.length < exportPage) return;
        after = last.id;
      }
    },

    async eraseAddress(tx, address) {
      const normalized = normalizeAddress(address);
      if (normalized === null) return;
      await deleteStanding(tx, normalized);
      await deleteForAddress(tx, normalized, reasonsLiftedByProof);
      await hideAddress(tx, normalized, hashOf(normalized));
    },
  };
}

function toSuppression({ created_at, expires_at, ...row }: SuppressionRow): Suppression {
  return { ...row, created_at: created_at.toISOString(), expires_at: expires_at?.toISOString() ?? null };
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

function positionOf(cursor: string): { createdAt: Date; id: string } {
  const [created = '', id = ''] = decodeCursor(cursor, 2);
  const createdAt = new Date(created);
  if (Number.isNaN(createdAt.getTime()) || !isUuid(id)) throw new ApplicationError('invalid_cursor');
  return { createdAt, id };
}
