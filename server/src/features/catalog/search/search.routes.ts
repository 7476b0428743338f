import { api, suggestionKinds } from '@rolecall/contract';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import type { Search } from './search.ts';

/** Anybody may search; who is signed in sees their own marks. */
export function searchRoutes({ search }: { readonly search: Search }): Route[] {
  return [
    openRoute(api.jobs.search, ({ query, viewer }) => search.search(query, viewer)),
    openRoute(api.jobs.facets, ({ query }) => search.facets(query)),
    openRoute(api.jobs.suggest, ({ query }) => search.suggest(query.q, query.kind ?? suggestionKinds)),
    openRoute(api.jobs.similar, ({ params }) => search.similar(params.job_id)),
  ];
}
