import { type Base, defineModule } from '../../../composition/module.ts';
import { offerChecks } from '../jobs/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import { markRoutes } from './marks.routes.ts';
import { createMarks, type Marks } from './marks.ts';
import { migrations } from './migrations.ts';
import { markData } from './personal-data.ts';

type Needs = Base<'database' | 'clock'> & {
  readonly vacancies: Vacancies;
  /** Follows marks, and stands before them, since reasons of marks count more than its own. */
  readonly reminders: { readonly jobMarked: Parameters<Marks['changed']['on']>[0] };
};

export const marksModule = defineModule({
  name: 'catalog/marks',
  migrations,
  create({ reminders, vacancies, ...needs }: Needs) {
    const marks = createMarks(needs);
    marks.changed.on(reminders.jobMarked);
    vacancies.moved.on(marks.postingsMoved);
    return { marks };
  },
  brings: (parts) => ({
    routes: markRoutes(parts),
    relevance: offerChecks(parts.marks.findHidden),
    personalData: markData,
  }),
});
