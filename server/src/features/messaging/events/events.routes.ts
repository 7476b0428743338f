import { api } from '@rolecall/contract';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Events } from './events.ts';

/** Other programs act with the API key of an operator, who may tell anybody something. */
export function eventRoutes({ events }: { readonly events: Pick<Events, 'send' | 'sendMany'> }): Route[] {
  return [
    route(api.events.send, ({ viewer, body, context }) =>
      events.send(viewer.userId, body, context.idempotencyKey),
    ),
    route(api.events.sendMany, async ({ viewer, body, context }) => ({
      items: [...(await events.sendMany(viewer.userId, body.items, context.idempotencyKey))],
    })),
  ];
}
