import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { type Claim, renewLeases } from './claims.store.ts';

/**
 * Keeps the claims of a lane that wait to be sent. Whose lease runs out is somebody else's, and that counts as an
 * attempt, so a lease is prolonged before it could end during a send.
 */
export interface Leases {
  hold(claims: readonly Claim[], until: Date): void;
  /** It is being sent now, or put back. */
  release(claim: Claim): void;
  /** Prolongs all that are held where one has too little left. */
  keep(): Promise<void>;
  /** Whether another worker has taken it over meanwhile. */
  hasLost(claim: Claim): boolean;
}

const leaseMs = 60_000;
/** A send takes 30 s at most, so a lease with less than this left is prolonged before the next one begins. */
const leaseReserveMs = 40_000;

export function createLeases({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Leases {
  const held = new Map<string, Claim>();
  const lost = new Set<string>();
  /** When the first of those that are held ends. */
  let earliest = Number.POSITIVE_INFINITY;
  let renewal: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const until = leaseFrom(clock.now());
    const claims = [...held.values()];
    const kept = await renewLeases(database.query, claims, until);
    for (const { id } of claims) if (!kept.has(id)) lost.add(id);
    earliest = until.getTime();
  }

  return {
    hold(claims, until) {
      for (const claim of claims) {
        held.set(claim.id, claim);
        lost.delete(claim.id);
      }
      if (claims.length > 0) earliest = Math.min(earliest, until.getTime());
    },
    release({ id }) {
      held.delete(id);
      if (held.size === 0) earliest = Number.POSITIVE_INFINITY;
    },
    async keep() {
      if (earliest - clock.now().getTime() >= leaseReserveMs) return;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      await renewal;
    },
    hasLost: ({ id }) => lost.delete(id),
  };
}

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
