import type { ReadSourcePostings, SourcePostings } from '../features/catalog/companies/index.ts';
import { summarizePostings } from '../features/catalog/jobs/index.ts';
import { sourceOf } from '../features/catalog/sources/index.ts';
import { defineModule } from './module.ts';

const readSourcePostings: ReadSourcePostings = async (tx, companyIds) => {
  const summaries = await summarizePostings(tx, companyIds);
  const ids = new Set([...summaries.values()].flatMap(({ open }) => open.map(({ source_id }) => source_id)));
  const names = new Map<string | null, string>();
  for (const id of ids) {
    const source = id === null ? null : await sourceOf(tx, id);
    if (source !== null) names.set(id, source.name);
  }
  return new Map(
    [...summaries].map(([id, { open, applyUrls }]): [string, SourcePostings] => {
      const sources = open.map(({ source_id, count }) => ({
        source: names.get(source_id) ?? null,
        open: count,
      }));
      return [id, { sources, applyUrls }];
    }),
  );
};

/** What operators see of companies that features above them know. */
export const companyExtrasModule = defineModule({
  name: 'catalog/companies',
  create: () => ({ sourcePostings: readSourcePostings }),
});
