import { type Base, defineModule } from '../../../composition/module.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Search } from '../search/index.ts';
import { createPublicPages } from './public-pages.ts';
import { publicPageSettings } from './settings.ts';

export const publicPagesModule = defineModule({
  name: 'catalog/public-pages',
  settings: [publicPageSettings],
  create: (
    needs: Base<'database' | 'clock' | 'config'> & { readonly jobs: Jobs; readonly search: Search },
  ) => ({
    publicPages: createPublicPages({
      ...needs,
      publicUrl: needs.config.http.publicUrl,
      ...needs.config.of(publicPageSettings),
    }),
  }),
});
