import { api, type Vacancy } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { VacancyRulings } from './rulings.ts';

/** For operators alone, which the contract says. */
export function vacancyRoutes({
  database,
  vacancyRulings,
}: {
  readonly database: Database;
  readonly vacancyRulings: VacancyRulings;
}): Route[] {
  const change = (action: (tx: Tx) => Promise<string>): Promise<Vacancy> =>
    database.transaction(async (tx) => vacancyRulings.read(tx, await action(tx)));

  return [
    route(api.vacancies.read, ({ params }) => vacancyRulings.read(database.query, params.job_id)),
    route(api.vacancies.split, ({ params: { job_id }, ...caller }) =>
      change(async (tx) => {
        await vacancyRulings.split(tx, caller, job_id);
        return job_id;
      }),
    ),
    route(api.vacancies.merge, ({ params: { job_id }, body, ...caller }) =>
      change(async (tx) => {
        await vacancyRulings.merge(tx, caller, job_id, body.job_id);
        return job_id;
      }),
    ),
    route(api.vacancies.undo, ({ params, ...caller }) =>
      change((tx) => vacancyRulings.undo(tx, caller, params.ruling_id)),
    ),
  ];
}
