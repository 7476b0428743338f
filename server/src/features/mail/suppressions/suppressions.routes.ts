import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Accounts } from '../../identity/accounts/index.ts';
import { canBeLiftedByProof, strongest } from './blocks.ts';
import type { Suppressions } from './suppressions.ts';

/** The list is for operators: the contract says so, and the edge refuses others. Of the own address everybody reads. */
export function suppressionRoutes(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly suppressions: Suppressions;
  readonly accounts: Pick<Accounts, 'read'>;
}): Route[] {
  const { database, clock, suppressions, accounts } = dependencies;

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
    route(api.suppressions.create, ({ viewer, body }) =>
      database.transaction((tx) => suppressions.suppress(tx, viewer.userId, body)),
    ),
    route(api.suppressions.release, async ({ viewer, params, body }) => {
      await database.transaction((tx) =>
        suppressions.release(tx, viewer.userId, params.suppression_id, body.pin_days),
      );
    }),
    route(api.suppressions.import, ({ viewer, body }) =>
      database.transaction((tx) =>
        suppressions.import(tx, viewer.userId, { csv: body.csv, dryRun: body.dry_run }),
      ),
    ),
    route(api.suppressions.export, async () => ({
      content: suppressions.export(database.query),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `suppressions-${clock.now().toISOString().slice(0, 10)}.csv`,
    })),
    route(api.suppressions.readOwn, ({ viewer }) => standingOf(database.query, viewer.userId)),
  ];
}
