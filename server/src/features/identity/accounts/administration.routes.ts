import { api } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type RequestContext, type Route, route, type Viewer } from '../../../platform/http/index.ts';
import { type AuditActor, actorOf } from '../audit/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { Administration } from './administration.ts';

export interface AdministrationRoutesDependencies {
  readonly database: Database;
  readonly administration: Administration;
  readonly sessions: Pick<Sessions, 'requireFresh'>;
}

/** For operators alone: the contract says so of each endpoint, and names no scope, so that no key gets here. */
export function administrationRoutes(dependencies: AdministrationRoutesDependencies): Route[] {
  const { database, administration, sessions } = dependencies;

  /** Somebody who sits down at a screen that was left, or has a copied token, must not rule over accounts. */
  const afterProof = (
    { viewer, context }: { readonly viewer: Viewer; readonly context: RequestContext },
    action: (tx: Tx, actor: AuditActor) => Promise<void>,
  ): Promise<void> =>
    database.transaction(async (tx) => {
      await sessions.requireFresh(tx, viewer);
      await action(tx, actorOf(viewer, context));
    });

  return [
    route(api.people.readAccount, ({ params }) => administration.read(database.query, params.user_id)),

    route(api.people.disable, (request) =>
      afterProof(request, (tx, actor) =>
        administration.disable(tx, actor, request.params.user_id, request.body.reason),
      ),
    ),
    route(api.people.enable, (request) =>
      afterProof(request, (tx, actor) => administration.enable(tx, actor, request.params.user_id)),
    ),
    route(api.people.changeRole, (request) =>
      afterProof(request, (tx, actor) =>
        administration.changeRole(tx, actor, request.params.user_id, request.body.role),
      ),
    ),
    route(api.people.signOut, (request) =>
      afterProof(request, (tx, actor) => administration.signOutPerson(tx, actor, request.params.user_id)),
    ),
    route(api.people.removeSecondFactor, (request) =>
      afterProof(request, (tx, actor) =>
        administration.removeSecondFactor(tx, actor, request.params.user_id),
      ),
    ),
    route(api.people.sendPasswordReset, (request) =>
      afterProof(request, (tx, actor) => administration.sendPasswordReset(tx, actor, request.params.user_id)),
    ),
  ];
}
