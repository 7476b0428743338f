import { type Base, defineModule } from '../../../composition/module.ts';
import type { Marks } from '../marks/index.ts';
import { searchRoutes } from './search.routes.ts';
import { createSearch } from './search.ts';

export const searchModule = defineModule({
  name: 'catalog/search',
  create: (needs: Base<'database' | 'clock'> & { readonly marks: Marks }) => ({
    search: createSearch(needs),
  }),
  brings: (parts) => ({ routes: searchRoutes(parts) }),
});
