import type { AlertConditions, AlertPreview } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { listMatchedJobs, type PublishedJob, selectSearchable, toSummary } from '../jobs/index.ts';
import type { Marks } from '../marks/index.ts';
import { type SearchIndex, toDocument, toPosting } from '../search/index.ts';
import { selectJobSummaries } from './alerts.store.ts';
import { filterOf, placeTestOf, readAlert, readVacancy, refusalOf } from './conditions.ts';

/** Tells what alerts would have found. */
export interface AlertPreviews {
  /** @throws {ApplicationError} `overloaded` */
  preview(viewer: Viewer, conditions: AlertConditions): Promise<AlertPreview>;
}

const days = 7;
const mostShown = 10;
/** What is read without the index; more would keep the process busy for seconds. */
const mostRead = 3_000;
const readAtOnce = 100;

/**
 * The jobs of the last seven days that an alert would have told: by the search index, which reads the alert as strictly as the
 * reverse index does, or while there is none by comparing the newest postings one by one.
 */
export function createAlertPreviews({
  database,
  clock,
  marks,
  searchIndex,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Pick<Marks, 'hiddenOf'>;
  readonly searchIndex: Pick<SearchIndex, 'ask'>;
}): AlertPreviews {
  async function compare(conditions: AlertConditions, since: Date, hidden: ReadonlySet<string>) {
    const alert = readAlert(conditions);
    const test = placeTestOf(alert);
    const seen = new Set<string>();
    const found: { id: string; at: number }[] = [];
    let after: PublishedJob | undefined;
    let read = 0;
    for (; read < mostRead; read += readAtOnce) {
      const page: PublishedJob[] = await listMatchedJobs(database.query, since, after, readAtOnce);
      after = page.at(-1);
      const vacancies = [...new Set(page.map(({ cluster_id }) => cluster_id))].filter((id) => !seen.has(id));
      for (const id of vacancies) seen.add(id);
      const postings = (await selectSearchable(database.query, vacancies)).map(toPosting);
      for (const own of Map.groupBy(postings, ({ vacancy }) => vacancy).values()) {
        const document = toDocument(own);
        if (document.publishedAt < since.getTime() || document.ids.some((id) => hidden.has(id))) continue;
        if (refusalOf(alert, readVacancy(document), test) !== null) continue;
        found.push({ id: document.id, at: document.publishedAt });
      }
      if (page.length < readAtOnce) break;
    }
    found.sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
    const ids = found.slice(0, mostShown).map(({ id }) => id);
    return { total: found.length, at_least: read >= mostRead, ids };
  }

  async function find(conditions: AlertConditions, since: Date, hidden: readonly string[]) {
    const answer = await searchIndex.ask('search', {
      ...filterOf(conditions),
      publishedSince: since.getTime(),
      order: 'newest',
      payCurrency: conditions.pay_currency,
      after: null,
      limit: mostShown,
      without: hidden,
      facets: null,
    });
    if (answer === null) return compare(conditions, since, new Set(hidden));
    return { total: answer.total, at_least: false, ids: answer.jobs.map(({ id }) => id) };
  }

  return {
    async preview(viewer, conditions) {
      const since = new Date(clock.now().getTime() - days * 86_400_000);
      const hidden = await marks.hiddenOf(database.query, viewer.userId);
      const { ids, ...figures } = await find(conditions, since, hidden);
      const rows = new Map((await selectJobSummaries(database.query, ids)).map((row) => [row.id, row]));
      return {
        ...figures,
        items: ids.flatMap((id) => {
          const row = rows.get(id);
          return row === undefined ? [] : [toSummary(row)];
        }),
      };
    },
  };
}
