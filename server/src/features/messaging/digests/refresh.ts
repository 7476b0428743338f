import { digestPayloadSchema } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import {
  findCollected,
  type PayloadRefresh,
  type Refreshment,
  type SettledCollected,
  settleCollected,
} from '../deliveries/index.ts';
import type { Preferences } from '../preferences/index.ts';
import type { Recipients } from '../recipients/index.ts';
import { peopleOf } from './closing.ts';
import { composeDigest } from './compose.ts';
import { countUnnamed, takeApart } from './parts.ts';
import { toEntry } from './payloads.ts';
import { findLeaving, type SecondLookDependencies } from './second-look.ts';

export interface RefreshDependencies extends SecondLookDependencies {
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
}

/**
 * Looks at what digests tell of once more, right before they are sent: quiet hours or an outage may have held them. What
 * is of no use any more leaves the digest, with the reason, and what was only counted moves up. A digest that has
 * nothing left is not sent.
 */
export function createDigestRefresh(dependencies: RefreshDependencies): PayloadRefresh {
  return async (tx, questions) => {
    const now = dependencies.clock.now();
    const digests = questions.flatMap(({ notificationId, userId, subject, payload }) => {
      const id = windowOf(subject);
      const parsed = digestPayloadSchema.safeParse(payload);
      return id === null || !parsed.success ? [] : [{ notificationId, userId, id, payload: parsed.data }];
    });
    if (digests.length === 0) return { changes: new Map(), store: async () => {} };
    const included = takeApart(
      await findCollected(
        tx,
        digests.map(({ id }) => id),
        'included',
      ),
    );
    const userIds = [...new Set(digests.map(({ userId }) => userId))];
    const people = await peopleOf(tx, userIds, dependencies);
    const leaving = await findLeaving(tx, included, people, now, dependencies);
    const left = [...Map.groupBy(included, ({ whole }) => whole)].flatMap(
      ([whole, own]): SettledCollected[] => {
        const reasons = own.flatMap(({ id }) => leaving.get(id) ?? []);
        const [reason] = reasons;
        return reason === undefined || reasons.length < own.length
          ? []
          : [{ id: whole.id, status: 'skipped', reason }];
      },
    );

    const staying = Map.groupBy(
      included.filter(({ id }) => !leaving.has(id)),
      ({ digest_id }) => digest_id,
    );
    const changed = new Set(
      included.flatMap(({ id, digest_id: digestId }) => (leaving.has(id) ? [digestId] : [])),
    );
    const changes = new Map<string, Refreshment>();
    for (const { notificationId, id, payload } of digests) {
      const items = staying.get(id) ?? [];
      if (items.length === 0) changes.set(notificationId, { reason: 'digest_empty' });
      if (items.length === 0 || !changed.has(id)) continue;
      const { entries, more, repeated } = composeDigest(items);
      const counted = more.length + repeated.length + countUnnamed(items);
      const told = { entries: entries.map(toEntry), more: counted };
      changes.set(notificationId, { payload: { ...payload, ...told } });
    }
    return { changes, store: () => settleCollected(tx, left, now) };
  };
}

function windowOf(subject: string | null): string | null {
  return /^digest:([\da-f-]{36})$/.exec(subject ?? '')?.[1] ?? null;
}
