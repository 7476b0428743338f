import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import type { Mailbox } from './mailbox.ts';

/** @param mailbox null where there is none: then its routes do not exist for anybody */
export function mailboxRoutes(dependencies: {
  readonly database: Database;
  readonly mailbox: Mailbox | null;
}): Route[] {
  const { database } = dependencies;

  function mailbox(): Mailbox {
    if (dependencies.mailbox === null) throw new ApplicationError('not_found');
    return dependencies.mailbox;
  }

  return [
    openRoute(api.mailbox.list, async ({ query }) => mailbox().list(database.query, query)),
    openRoute(api.mailbox.read, async ({ params }) => mailbox().read(database.query, params.mail_id)),
    openRoute(api.mailbox.clear, async () => {
      await mailbox().clear(database.query);
      return undefined;
    }),
  ];
}
