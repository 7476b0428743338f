import { api } from '@rolecall/contract';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import type { Search } from './search.ts';

/** Anybody may search. */
export function searchRoutes({ search }: { readonly search: Search }): Route[] {
  return [
    openRoute(api.jobs.search, ({ query }) => search.search(query)),
    openRoute(api.jobs.facets, ({ query }) => search.facets(query)),
  ];
}
