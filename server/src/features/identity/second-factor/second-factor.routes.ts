import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { openRoute, type Route, route } from '../../../platform/http/index.ts';
import { type Accounts, admit } from '../accounts/index.ts';
import { describeClient, deviceOf, type Sessions } from '../sessions/index.ts';
import type { SecondFactors } from './second-factor.ts';
import type { SecondStep } from './second-step.ts';

export interface SecondFactorRoutesDependencies {
  readonly database: Database;
  readonly accounts: Pick<Accounts, 'read' | 'complete'>;
  readonly sessions: Pick<Sessions, 'requireFresh'>;
  readonly secondFactors: SecondFactors;
  readonly secondStep: SecondStep;
}

/** Everybody reaches only the own factor: the viewer's id is part of every call. Changes ask for a fresh proof. */
export function secondFactorRoutes(dependencies: SecondFactorRoutesDependencies): Route[] {
  const { database, accounts, sessions, secondFactors, secondStep } = dependencies;
  return [
    route(api.secondFactor.read, async ({ viewer }) => secondFactors.read(database.query, viewer.userId)),

    route(api.secondFactor.startTotp, async ({ viewer }) =>
      database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        return secondFactors.startTotp(tx, await accounts.read(tx, viewer.userId));
      }),
    ),

    route(api.secondFactor.confirmTotp, async ({ viewer, body, context }) =>
      database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        return {
          codes: await secondFactors.confirmTotp(
            tx,
            viewer.userId,
            body.code,
            describeClient(context.userAgent),
          ),
        };
      }),
    ),

    route(api.secondFactor.renewRecoveryCodes, async ({ viewer, context }) =>
      database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        return {
          codes: await secondFactors.renewRecoveryCodes(tx, viewer.userId, describeClient(context.userAgent)),
        };
      }),
    ),

    route(api.secondFactor.remove, async ({ viewer, context }) => {
      await database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        await secondFactors.remove(tx, viewer.userId, describeClient(context.userAgent));
      });
    }),

    openRoute(api.secondFactor.answer, async ({ body, context }) =>
      admit(context, await accounts.complete(await secondStep.answer(body, deviceOf(context)))),
    ),
  ];
}
