import { type Base, defineModule } from '../../../composition/module.ts';
import type { Recipients } from '../../messaging/recipients/index.ts';
import { offerChecks } from '../jobs/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import { createMarkPage, type MarkTokens } from './mark-page.ts';
import { markRoutes } from './marks.routes.ts';
import { createMarks, type Marks } from './marks.ts';
import { migrations } from './migrations.ts';
import { markData } from './personal-data.ts';

type Needs = Base<'database' | 'clock' | 'config'> & {
  readonly markTokens: MarkTokens;
  readonly recipients: Recipients;
  readonly vacancies: Vacancies;
  /** Follows marks, and stands before them, since reasons of marks count more than its own. */
  readonly reminders: { readonly jobMarked: Parameters<Marks['changed']['on']>[0] };
};

export const marksModule = defineModule({
  name: 'catalog/marks',
  migrations,
  create({ reminders, vacancies, recipients, config, markTokens, ...needs }: Needs) {
    const marks = createMarks(needs);
    marks.changed.on(reminders.jobMarked);
    vacancies.moved.on(marks.postingsMoved);
    const markPage = createMarkPage({
      database: needs.database,
      recipients,
      marks,
      tokens: markTokens,
      publicUrl: config.http.publicUrl,
    });
    return { marks, markPage };
  },
  brings: (parts) => ({
    routes: markRoutes(parts),
    relevance: offerChecks(parts.marks.findHidden),
    personalData: markData,
  }),
});
