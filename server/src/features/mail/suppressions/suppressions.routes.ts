import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Accounts } from '../../identity/accounts/index.ts';
import { type Audit, actorOf } from '../../identity/audit/index.ts';
import { canBeLiftedByProof, strongest } from './blocks.ts';
import type { Suppressions } from './suppressions.ts';

/** The list is for operators: the contract says so, and the edge refuses others. Everybody reads about the own address. */
export function suppressionRoutes(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly suppressions: Suppressions;
  readonly accounts: Pick<Accounts, 'read'>;
  readonly audit: Pick<Audit, 'record'>;
}): Route[] {
  const { database, clock, suppressions, accounts, audit } = dependencies;

  async function standingOf(tx: Tx, userId: string) {
    const { email, email_verified } = await accounts.read(tx, userId);
    const blocks = (await suppressions.findBlocks(tx, [email])).get(email) ?? [];
    const block = strongest(blocks);
    const problem =
      block === null
        ? null
        : {
            reason: block.reason,
            scope: block.scope,
            since: block.since.toISOString(),
            can_confirm: canBeLiftedByProof(blocks),
          };
    return { address: email, verified: email_verified, problem };
  }

  return [
    route(api.suppressions.list, ({ query }) => suppressions.list(database.query, query)),
    route(api.suppressions.create, ({ viewer, body, context }) =>
      database.transaction(async (tx) => {
        const suppression = await suppressions.suppress(tx, viewer.userId, body);
        const { id: subjectId, scope, expires_at } = suppression;
        const actor = actorOf(viewer, context);
        await audit.record(tx, {
          actor,
          action: 'address_suppressed',
          subjectId,
          after: { scope, expires_at },
        });
        return suppression;
      }),
    ),
    route(api.suppressions.release, async ({ viewer, params, body, context }) => {
      const { suppression_id: subjectId } = params;
      const { pin_days } = body;
      await database.transaction(async (tx) => {
        const before = await suppressions.release(tx, viewer.userId, subjectId, pin_days);
        const actor = actorOf(viewer, context);
        await audit.record(tx, { actor, action: 'address_released', subjectId, before, after: { pin_days } });
      });
    }),
    route(api.suppressions.import, async ({ viewer, body, context }) => {
      const { csv, dry_run: dryRun } = body;
      const list = await suppressions.readList(csv);
      return database.transaction(async (tx) => {
        const result = await suppressions.import(tx, viewer.userId, { list, dryRun });
        const after = { entries: result.added + result.updated };
        const actor = actorOf(viewer, context);
        if (!dryRun)
          await audit.record(tx, {
            actor,
            action: 'suppressions_imported',
            subjectId: 'suppressions',
            after,
          });
        return result;
      });
    }),
    route(api.suppressions.export, async () => ({
      content: suppressions.export(database.query),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `suppressions-${clock.now().toISOString().slice(0, 10)}.csv`,
    })),
    route(api.suppressions.readOwn, ({ viewer }) => standingOf(database.query, viewer.userId)),
  ];
}
