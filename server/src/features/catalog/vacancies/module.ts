import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { rulingData } from './personal-data.ts';
import { createVacancies } from './vacancies.ts';

export const vacanciesModule = defineModule({
  name: 'catalog/vacancies',
  migrations,
  create: (needs: Base<'database' | 'clock' | 'workers' | 'setAside'>) => ({
    vacancies: createVacancies(needs),
  }),
  brings: () => ({ personalData: rulingData }),
});
