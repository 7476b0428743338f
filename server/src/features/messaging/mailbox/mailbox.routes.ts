import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { openRoute, type Route, type Viewer } from '../../../platform/http/index.ts';
import type { Mailbox } from './mailbox.ts';

/** @param mailbox null where there is none: then its routes do not exist for anybody */
export function mailboxRoutes(dependencies: {
  readonly database: Database;
  readonly mailbox: Mailbox | null;
  /** Whether only this machine reaches the server; elsewhere the mailbox is the operator's. */
  readonly isLoopback: boolean;
}): Route[] {
  const { database, isLoopback } = dependencies;

  /** It has everybody's links to sign in and to reset a password, so it is not there for those who may not read it. */
  function mailbox(viewer: Viewer | null): Mailbox {
    const mayRead = isLoopback || viewer?.role === 'operator';
    if (dependencies.mailbox === null || !mayRead) throw new ApplicationError('not_found');
    return dependencies.mailbox;
  }

  return [
    openRoute(api.mailbox.list, async ({ query, viewer }) => mailbox(viewer).list(database.query, query)),
    openRoute(api.mailbox.read, async ({ params, viewer }) =>
      mailbox(viewer).read(database.query, params.mail_id),
    ),
    openRoute(api.mailbox.clear, async ({ viewer }) => {
      await mailbox(viewer).clear(database.query);
      return undefined;
    }),
  ];
}
