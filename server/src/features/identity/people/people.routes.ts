import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { PeopleSearch } from './people.ts';

export function peopleRoutes(dependencies: {
  readonly database: Database;
  readonly peopleSearch: PeopleSearch;
}): Route[] {
  const { database, peopleSearch } = dependencies;
  return [
    route(api.people.list, ({ query }) => peopleSearch.list(database.query, query)),
    route(api.people.read, ({ params }) => peopleSearch.read(database.query, params.user_id)),
  ];
}
