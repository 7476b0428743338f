import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { openRoute, type Route, route } from '../../../platform/http/index.ts';
import { type Accounts, admit } from '../accounts/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { SecondStep } from '../second-factor/index.ts';
import { describeClient, deviceOf, type Sessions } from '../sessions/index.ts';
import type { Passkeys } from './passkeys.ts';

export interface PasskeyRoutesDependencies {
  readonly database: Database;
  readonly accounts: Pick<Accounts, 'read' | 'complete'>;
  readonly sessions: Pick<Sessions, 'requireFresh' | 'authenticatedAgain' | 'start'>;
  readonly secondStep: Pick<SecondStep, 'take'>;
  readonly attempts: Pick<Attempts, 'guard'>;
  readonly passkeys: Passkeys;
}

export function passkeyRoutes(dependencies: PasskeyRoutesDependencies): Route[] {
  return [...ownPasskeyRoutes(dependencies), ...signInRoutes(dependencies)];
}

/** Everybody reaches only the own passkeys: the viewer's id is part of every call. Changes ask for a fresh proof. */
function ownPasskeyRoutes({
  database,
  accounts,
  sessions,
  attempts,
  passkeys,
}: PasskeyRoutesDependencies): Route[] {
  return [
    route(api.passkeys.list, async ({ viewer }) => ({
      items: await passkeys.list(database.query, viewer.userId),
    })),

    route(api.passkeys.startRegistration, async ({ viewer }) =>
      database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        return passkeys.startRegistration(tx, await accounts.read(tx, viewer.userId));
      }),
    ),

    route(api.passkeys.register, async ({ viewer, body, context }) => {
      await sessions.requireFresh(database.query, viewer);
      return passkeys.register(viewer.userId, { ...body, client: describeClient(context.userAgent) });
    }),

    route(api.passkeys.rename, async ({ viewer, params, body }) =>
      passkeys.rename(database.query, viewer.userId, params.passkey_id, body.name),
    ),

    route(api.passkeys.remove, async ({ viewer, params, context }) => {
      await database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        await passkeys.remove(tx, viewer.userId, params.passkey_id, describeClient(context.userAgent));
      });
    }),

    route(api.passkeys.reauthenticate, async ({ viewer, body, context }) => {
      const { sessionId } = viewer;
      if (sessionId === null) throw new ApplicationError('forbidden');
      const holder = await attempts.guard({ device: deviceOf(context) }, () => passkeys.prove(body.proof));
      if (holder.userId !== viewer.userId) throw new ApplicationError('passkey_refused');
      await database.transaction(async (tx) => {
        await holder.record(tx);
        await sessions.authenticatedAgain(tx, sessionId);
      });
    }),
  ];
}

function signInRoutes({
  database,
  accounts,
  sessions,
  secondStep,
  attempts,
  passkeys,
}: PasskeyRoutesDependencies): Route[] {
  return [
    openRoute(api.passkeys.startSignIn, async () => database.transaction((tx) => passkeys.startProof(tx))),

    openRoute(api.passkeys.signIn, async ({ body, context }) => {
      const device = deviceOf(context);
      const session = await attempts.guard({ device }, async () => {
        const holder = await passkeys.prove(body.proof);
        return database.transaction(async (tx) => {
          await holder.record(tx);
          return sessions.start(tx, { id: holder.userId }, { method: 'passkey', device });
        });
      });
      return admit(context, await accounts.complete(session));
    }),

    openRoute(api.passkeys.takeSecondStep, async ({ body, context }) => {
      const device = deviceOf(context);
      const holder = await attempts.guard({ device }, () => passkeys.prove(body.proof));
      const start = { method: 'passkey', device } as const;
      const session = await secondStep.take(body.challenge_token, start, async (tx, userId) => {
        if (userId !== holder.userId) return 'wrong';
        await holder.record(tx);
        return 'right';
      });
      return admit(context, await accounts.complete(session));
    }),
  ];
}
