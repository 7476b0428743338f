import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { payRoutes } from './pay.routes.ts';
import { createPayRates } from './rates.ts';

export const payModule = defineModule({
  name: 'catalog/pay',
  migrations,
  create: ({ database, clock }: Base<'database' | 'clock'>) => ({
    payRates: createPayRates({ database, clock }),
  }),
  brings: (parts) => ({ routes: payRoutes(parts) }),
});
