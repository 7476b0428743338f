import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { ticketData } from './personal-data.ts';
import { ticketRoutes } from './tickets.routes.ts';
import { createTickets } from './tickets.ts';

export const ticketsModule = defineModule({
  name: 'identity/tickets',
  migrations,
  create: (needs: Base<'database' | 'clock'>) => ({ tickets: createTickets(needs) }),
  brings: (parts) => ({ personalData: ticketData, routes: ticketRoutes(parts) }),
});
