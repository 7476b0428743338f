import { api } from '@rolecall/contract';
import type { Database } from '../../../../platform/db/index.ts';
import { openRoute, type Route, route } from '../../../../platform/http/index.ts';
import type { WebPush } from './web-push.ts';

export function webPushRoutes(dependencies: {
  readonly database: Database;
  readonly webPush: WebPush;
}): Route[] {
  const { database, webPush } = dependencies;
  const { devices } = webPush;
  return [
    openRoute(api.webPush.readKey, async () => ({ public_key: await devices.publicKey() })),
    route(api.webPush.listDevices, async ({ viewer }) => ({
      items: await devices.list(database.query, viewer.userId),
    })),
    route(api.webPush.subscribe, ({ viewer, body, context }) =>
      devices.subscribe({ ...viewer, userAgent: context.userAgent }, body),
    ),
    route(api.webPush.unsubscribe, ({ viewer, body }) =>
      devices.unsubscribe(database.query, viewer.userId, body.endpoint),
    ),
    route(api.webPush.renameDevice, ({ viewer, params, body }) =>
      devices.rename(database.query, viewer.userId, params.device_id, body.name),
    ),
    route(api.webPush.removeDevice, ({ viewer, params }) =>
      devices.remove(database.query, viewer.userId, params.device_id),
    ),
    route(api.webPush.testDevice, async ({ viewer, params }) => ({
      result: await webPush.tester.test(viewer.userId, params.device_id),
    })),
    route(api.webPush.closeShown, async ({ viewer, body }) => ({
      notification_ids: await webPush.closable(database.query, viewer.userId, body.notification_ids),
    })),
  ];
}
