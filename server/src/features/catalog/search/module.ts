import { type Base, defineModule } from '../../../composition/module.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Marks } from '../marks/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import { createSearchIndex } from './index-keeper.ts';
import { searchRoutes } from './search.routes.ts';
import { createSearch } from './search.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'bus' | 'config'> & {
  readonly marks: Marks;
  readonly jobs: Jobs;
  readonly vacancies: Vacancies;
};

const delayMs = 1_000;

export const searchModule = defineModule({
  name: 'catalog/search',
  create({ jobs, vacancies, ...needs }: Needs) {
    const searchIndex = createSearchIndex({ ...needs, folder: needs.config.dataDirectory, delayMs });
    const hint = async (_: unknown, jobIds: readonly string[]) =>
      needs.database.afterCommit(() => searchIndex.hint(jobIds));
    jobs.published.on(hint);
    jobs.changed.on(hint);
    vacancies.moved.on((tx, moved) =>
      hint(
        tx,
        moved.map(({ jobId }) => jobId),
      ),
    );
    return { search: createSearch({ ...needs, searchIndex }), searchIndex };
  },
  brings: (parts) => ({
    routes: searchRoutes(parts),
    services: [{ name: 'search index', start: async () => () => parts.searchIndex.stop() }],
  }),
});
