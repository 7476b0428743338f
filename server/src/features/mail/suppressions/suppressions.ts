import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { type InstanceSecret, keptKey } from '../../../platform/secret/index.ts';
import { createKeyedHash } from '../../../platform/tokens/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { MailEventListener } from '../events/index.ts';
import { normalizeAddress } from './address.ts';
import { type Block, reasonsLiftedByProof } from './blocks.ts';
import { createEventFollower } from './follow-events.ts';
import { deleteStanding } from './standings.store.ts';
import { createSuppressionList, type SuppressionList } from './suppression-list.ts';
import { copySuppressions, deleteForAddress, findBlocks, hideAddress } from './suppressions.store.ts';

/** Addresses that get no mail, and why. */
export interface Suppressions extends SuppressionList {
  /**
   * Suppresses addresses for their events, or counts their bounces. It ignores addresses without an account, since they get
   * no mail.
   */
  readonly follow: MailEventListener;
  /** What blocks these addresses now; an address without a block is left out. */
  findBlocks(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, readonly Block[]>>;
  /** The owner has proven that mail arrives: lifts what bounces and complaints have led to. */
  addressProven(tx: Tx, address: string): Promise<void>;
  /**
   * A person has another address. What an operator has decided about the old one holds for the new one too; bounces were the
   * fault of the address, and complaints are lifted by who follows a link.
   */
  addressChanged(tx: Tx, address: { readonly from: string; readonly to: string }): Promise<void>;
  /**
   * Forgets the address of an account that is erased. What bounces and complaints have led to is deleted; should somebody
   * sign up with the address again, one mail shows how it stands. What an operator has decided outlasts the account, so a
   * keyed hash is kept, from which nobody can recover the address.
   */
  eraseAddress(tx: Tx, address: string): Promise<void>;
}

export function createSuppressions(dependencies: {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of the instance; the key of the hashes is derived from it. */
  readonly secret: InstanceSecret;
  readonly workers: WorkerPool;
}): Suppressions {
  const { clock, logger } = dependencies;
  const hash = createKeyedHash([keptKey(dependencies.secret, 'suppressed-address')]);
  const hashOf = (address: string) => hash.of(address).toString('hex');

  return {
    ...createSuppressionList({ clock, logger, workers: dependencies.workers }),
    follow: createEventFollower({ clock, logger }),

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

    async addressChanged(tx, { from, to }) {
      const [left, taken] = [normalizeAddress(from), normalizeAddress(to)];
      if (left !== null && taken !== null) await copySuppressions(tx, left, taken, clock.now());
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
