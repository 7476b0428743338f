import { setImmediate as letOthersRun } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import type { Recipients } from '../../messaging/recipients/index.ts';
import { selectSearchable } from '../jobs/index.ts';
import { alertKey, findToldPairs, type SavedSearches, type SearchFinding } from '../matching/index.ts';
import { toDocument, toPosting } from '../search/index.ts';
import { windowKey } from './closing.ts';
import {
  type FindingAlert,
  insertFindings,
  joinWindows,
  type NewFinding,
  selectFinding,
  selectFindingAlerts,
  selectTold,
} from './findings.store.ts';
import type { AlertIndex } from './index-keeper.ts';
import { longestInstantMs, slotOf } from './slots.ts';

export interface FindingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly alertIndex: Pick<AlertIndex, 'follow' | 'match'>;
  readonly recipients: Recipients;
  readonly setAside: SetAside;
  /** Has instant windows closed; called in the transaction that fills them. */
  readonly tellInstant: (tx: Tx, soon: Date, atLast: Date) => Promise<void>;
}

const vacanciesPerPage = 100;
/** How many are matched without a break, so that sockets and requests are not kept waiting. */
const vacanciesAtOnce = 4;
/** A posting by hand is told as soon as it is matched; what belongs to a run waits for its end. */
const firstLookMs = 1_000;

/** The order in which alerts that have found the same vacancy would tell it: the quickest, then the oldest. */
const quickness = ['instant', 'hourly', 'daily', 'weekly'] as const;
const compareAlerts = (one: FindingAlert, other: FindingAlert): number =>
  quickness.indexOf(one.frequency) - quickness.indexOf(other.frequency) ||
  one.created_at.getTime() - other.created_at.getTime() ||
  (one.id < other.id ? -1 : 1);

/**
 * Holds new jobs against all alerts, for matching, which calls it for each batch of jobs that wait to be matched.
 *
 * What is found is written in transactions of some hundred before the jobs are marked as matched. If the process dies, the jobs
 * still wait; the next run finds the same and adds only what is missing.
 */
export function createSavedSearches(dependencies: FindingDependencies): SavedSearches {
  const { database, clock, alertIndex, recipients, setAside, tellInstant } = dependencies;

  return {
    async find(jobs) {
      await alertIndex.follow(database.query);
      const byVacancy = Map.groupBy(jobs, ({ cluster_id }) => cluster_id);
      const vacancies = [...byVacancy.keys()];
      const found: SearchFinding[] = [];
      for (let from = 0; from < vacancies.length; from += vacanciesPerPage) {
        const postings = await selectSearchable(
          database.query,
          vacancies.slice(from, from + vacanciesPerPage),
        );
        const groups = Map.groupBy(postings.map(toPosting), ({ vacancy }) => vacancy);
        let done = 0;
        for (const [vacancy, own] of groups) {
          if (done % vacanciesAtOnce === 0) await letOthersRun();
          done += 1;
          const [job] = byVacancy.get(vacancy) ?? [];
          if (job === undefined) continue;
          try {
            const ids = alertIndex.match(toDocument(own));
            for (const alert_id of ids) found.push({ alert_id, cluster_id: vacancy, job_id: job.id });
          } catch (error) {
            setAside('alerts', { job_id: job.id }, error);
          }
        }
      }
      return found;
    },

    async write(tx, findings, runOf) {
      const now = clock.now();
      const alerts = await selectFindingAlerts(tx, [...new Set(findings.map(({ alert_id }) => alert_id))]);
      const owned = findings.flatMap((finding) => {
        const alert = alerts.get(finding.alert_id);
        return alert === undefined ? [] : [{ ...finding, alert, user_id: alert.user_id }];
      });
      const [told, matched] = [await selectTold(tx, owned), await findToldPairs(tx, owned)];
      const groups = [...Map.groupBy(owned, ({ user_id, cluster_id }) => `${user_id} ${cluster_id}`)];
      const fresh = groups.filter(([pair]) => !told.has(pair));
      const tellers = fresh.map(([pair, own]) => {
        const [first, ...others] = own.toSorted((one, other) => compareAlerts(one.alert, other.alert));
        return { pair, first, others, isTold: matched.has(pair) };
      });

      const telling = tellers.flatMap(({ first, isTold }) => (first === undefined || isTold ? [] : [first]));
      const people = await recipients.findRecipients(tx, [...new Set(telling.map(({ user_id }) => user_id))]);
      const zones = new Map(people.map(({ user_id, time_zone }) => [user_id, time_zone]));
      const slots = new Map(
        telling.map((one) => [one, slotOf(one.alert, zones.get(one.user_id) ?? 'UTC', now)] as const),
      );
      const bySlot = Map.groupBy(telling, (one) => `${one.user_id} ${slots.get(one)?.name}`);
      const wanted = [...bySlot.values()].flatMap((own) => {
        const [one] = own;
        const slot = one === undefined ? undefined : slots.get(one);
        if (one === undefined || slot === undefined) return [];
        const runs =
          slot.name === 'instant' ? [...new Set(own.flatMap(({ job_id }) => runOf(job_id) ?? []))] : [];
        return [
          {
            id: uuidv7(),
            user_id: one.user_id,
            slot: slot.name,
            closes_at: slot.closesAt.toISOString(),
            runs,
          },
        ];
      });
      const windows = wanted.length === 0 ? new Map<string, string>() : await joinWindows(tx, wanted, now);

      const rows = tellers.flatMap(({ first, others, isTold }): NewFinding[] => {
        if (first === undefined) return [];
        const window = windows.get(`${first.user_id} ${slots.get(first)?.name}`) ?? null;
        if (window === null && !isTold) return [];
        return [
          toRow(first, isTold ? null : window, isTold ? 'told_before' : null),
          ...others.map((one) => toRow(one, null, 'other_alert')),
        ];
      });
      const added = await insertFindings(tx, rows, now);
      if (wanted.some(({ slot }) => slot === 'instant')) {
        const [soon, atLast] = [now.getTime() + firstLookMs, now.getTime() + longestInstantMs];
        await tellInstant(tx, new Date(soon), new Date(atLast));
      }
      return added;
    },

    toldOf: selectTold,

    async findingOf(tx, userId, clusterId) {
      const found = await selectFinding(tx, userId, clusterId);
      if (found === undefined || found.left_out === 'other_alert') return null;
      const { name, left_out, told_at, told, window_id } = found;
      const toldUnder = told > 1 ? windowKey(window_id ?? '') : alertKey(clusterId);
      if (left_out === null) {
        const isTold = told_at !== null;
        return { name, state: isTold ? 'told' : 'waiting', toldUnder: isTold ? toldUnder : null };
      }
      return { name, state: left_out === 'alert_paused' ? 'paused' : left_out, toldUnder: null };
    },
  };
}

const toRow = (
  { alert_id, user_id, cluster_id, job_id }: SearchFinding & { readonly user_id: string },
  window_id: string | null,
  left_out: NewFinding['left_out'],
): NewFinding => ({ alert_id, user_id, cluster_id, job_id, window_id, left_out });
