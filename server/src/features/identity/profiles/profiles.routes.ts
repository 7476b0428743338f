import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Profiles } from './profiles.ts';

export interface ProfileRoutesDependencies {
  readonly database: Database;
  readonly profiles: Profiles;
}

export function profileRoutes({ database, profiles }: ProfileRoutesDependencies): Route[] {
  return [
    route(api.me.readProfile, async ({ viewer }) => profiles.read(database.query, viewer.userId)),

    route(api.me.updateProfile, async ({ viewer, body }) =>
      database.transaction((tx) => profiles.update(tx, viewer.userId, body)),
    ),
  ];
}
