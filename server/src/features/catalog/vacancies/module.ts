import { type Base, defineModule } from '../../../composition/module.ts';
import type { Audit } from '../../identity/audit/index.ts';
import { migrations } from './migrations.ts';
import { rulingData } from './personal-data.ts';
import { createRulings } from './rulings.ts';
import { vacancyRoutes } from './vacancies.routes.ts';
import { createVacancies } from './vacancies.ts';

type Needs = Base<'database' | 'clock' | 'workers' | 'setAside'> & { readonly audit: Audit };

export const vacanciesModule = defineModule({
  name: 'catalog/vacancies',
  migrations,
  create({ audit, ...needs }: Needs) {
    const vacancies = createVacancies(needs);
    const events = { emitMoved: vacancies.moved.emit, emitSplit: vacancies.split.emit };
    return { vacancies, vacancyRulings: createRulings({ clock: needs.clock, audit, ...events }) };
  },
  brings: (parts) => ({ routes: vacancyRoutes(parts), personalData: rulingData }),
});
