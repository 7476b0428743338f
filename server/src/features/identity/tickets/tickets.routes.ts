import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Tickets } from './tickets.ts';

export interface TicketRoutesDependencies {
  readonly database: Database;
  readonly tickets: Tickets;
}

export function ticketRoutes({ database, tickets }: TicketRoutesDependencies): Route[] {
  return [
    route(api.notifications.createTicket, async ({ viewer }) => {
      const { ticket, expiresAt } = await database.transaction((tx) => tickets.issue(tx, viewer));
      return { ticket, expires_at: expiresAt.toISOString() };
    }),
  ];
}
