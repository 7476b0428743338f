import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { findKnownAddresses } from '../../identity/people/index.ts';
import type { MailEvent, MailEventListener } from '../events/index.ts';
import { normalizeAddress } from './address.ts';
import { bounceMemoryMs, cleanStanding, decide } from './decide.ts';
import { forgetStandings, lockStandings, saveStandings } from './standings.store.ts';
import { type NewSuppression, upsertSuppressions } from './suppressions.store.ts';

/** Suppresses addresses for bounces and complaints, or counts their bounces. */
export function createEventFollower({
  clock,
  logger,
}: {
  readonly clock: Clock;
  readonly logger: Logger;
}): MailEventListener {
  return async (tx: Tx, events: readonly MailEvent[]) => {
    const reported = events.flatMap((event) => {
      if (event.type !== 'bounced' && event.type !== 'complained') return [];
      const address = event.address === null ? null : normalizeAddress(event.address);
      return address === null ? [] : [{ address, event }];
    });
    if (reported.length === 0) return;
    const now = clock.now();
    const ours = await findKnownAddresses(tx, [...new Set(reported.map(({ address }) => address))]);
    if (ours.size === 0) return;
    await forgetStandings(tx, new Date(now.getTime() - bounceMemoryMs), now);
    const standings = new Map(await lockStandings(tx, [...ours]));
    const suppressed = new Map<string, NewSuppression>();
    for (const { address, event } of reported) {
      if (!ours.has(address)) continue;
      const { type, status = null, bounce = null, provider } = event;
      const decision = decide(standings.get(address) ?? cleanStanding, { type, status, bounce }, now);
      standings.set(address, decision.standing);
      if (decision.suppress === null) continue;
      const { reason } = decision.suppress;
      suppressed.set(`${address} ${reason}`, {
        address,
        ...decision.suppress,
        source: provider,
        note: null,
        status,
        createdBy: null,
      });
      logger.info(
        {
          event: 'address_suppressed',
          reason,
          ground: decision.ground,
          status,
          provider,
          user_id: event.mail?.userId,
        },
        'an address is not written to any more',
      );
    }
    await saveStandings(tx, standings);
    await upsertSuppressions(tx, [...suppressed.values()], now);
  };
}
