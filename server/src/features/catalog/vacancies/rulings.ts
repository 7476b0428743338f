import type { Vacancy } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { RequestContext, Viewer } from '../../../platform/http/index.ts';
import { type Audit, actorOf } from '../../identity/audit/index.ts';
import {
  askForVacancies,
  lockJobBrief,
  moveToVacancy,
  selectVacancyJobs,
  type VacancyJobRow,
} from '../jobs/index.ts';
import type { MovedPosting } from './deciding.ts';
import {
  forgetApart,
  insertRuling,
  lockRuling,
  type RulingRow,
  selectRulings,
  undoRuling,
  writePairs,
} from './rulings.store.ts';
import {
  type ExplainedPosting,
  lockDeciding,
  moveAll,
  movePostings,
  selectExplained,
  selectTaken,
} from './vacancies.store.ts';

/** A posting that an operator has taken out of its vacancy, after it has moved. */
export interface SplitVacancy {
  readonly jobId: string;
  /** The other postings, which have stayed. */
  readonly others: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Somebody who acts, by a request. */
export interface Caller {
  readonly viewer: Viewer;
  readonly context: Pick<RequestContext, 'clientAddress'>;
}

/** What operators see of vacancies and say to them. Nobody is told of it but the audit log. */
export interface VacancyRulings {
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, jobId: string): Promise<Vacancy>;
  /** @throws {ApplicationError} `not_found`, `edit_conflict` for the only posting of a vacancy, `overloaded` */
  split(tx: Tx, caller: Caller, jobId: string): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `edit_conflict` for what can never be one, `overloaded` */
  merge(tx: Tx, caller: Caller, jobId: string, otherJobId: string): Promise<void>;
  /** @returns the job that the ruling was about @throws {ApplicationError} `not_found`, `edit_conflict`, `overloaded` */
  undo(tx: Tx, caller: Caller, rulingId: string): Promise<string>;
}

const mostPostings = 100;
const mostRulings = 50;

export function createRulings({
  clock,
  audit,
  emitMoved,
  emitSplit,
}: {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly emitMoved: (tx: Tx, moved: readonly MovedPosting[]) => Promise<void>;
  readonly emitSplit: (tx: Tx, split: SplitVacancy) => Promise<void>;
}): VacancyRulings {
  /** The posting and the others of its vacancy, while nothing else is decided. */
  async function findPosting(tx: Tx, jobId: string): Promise<{ own: ExplainedPosting; others: string[] }> {
    await lockDeciding(tx);
    if ((await lockJobBrief(tx, jobId)) === undefined) throw new ApplicationError('not_found');
    const [own, ...others] = await selectExplained(tx, jobId, mostPostings);
    if (own === undefined) throw conflict('The vacancy of the posting is not decided yet.');
    return { own, others: others.map(({ job_id }) => job_id) };
  }

  async function move(tx: Tx, jobIds: readonly string[], from: string, to: string): Promise<void> {
    if (!(await moveToVacancy(tx, jobIds, to)))
      throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
    if (jobIds.length > 0)
      await emitMoved(
        tx,
        jobIds.map((jobId) => ({ jobId, from, to })),
      );
  }

  const record = (
    tx: Tx,
    { viewer, context }: Caller,
    action: 'vacancy_split' | 'vacancies_merged' | 'vacancy_ruling_undone',
    jobId: string,
    [before, after]: readonly [string, string],
  ) =>
    audit.record(tx, {
      actor: actorOf(viewer, context),
      action,
      subjectId: jobId,
      before: { vacancy: before },
      after: { vacancy: after },
    });

  return {
    async read(tx, jobId) {
      const explained = await selectExplained(tx, jobId, mostPostings);
      const ids = explained.length === 0 ? [jobId] : explained.map(({ job_id }) => job_id);
      const jobs = await selectVacancyJobs(tx, ids);
      const [job] = jobs.filter(({ id }) => id === jobId);
      if (job === undefined) throw new ApplicationError('not_found');
      return toVacancy(job, jobs, explained, await selectRulings(tx, ids, mostRulings));
    },

    async split(tx, caller, jobId) {
      const { own, others } = await findPosting(tx, jobId);
      if (others.length === 0) throw conflict('It is the only posting of its vacancy.');
      const [from, to, id] = [own.vacancy_id, uuidv7(), uuidv7()];
      await movePostings(tx, [jobId], from, to, ['kept_apart_by_operator']);
      await insertRuling(tx, {
        ...{ id, kind: 'apart', job_id: jobId, other_job_id: null, moved: [jobId] },
        ...{ from_vacancy: from, to_vacancy: to, decided_by: caller.viewer.userId, decided_at: clock.now() },
      });
      await writePairs(tx, jobId, others, 'apart', id);
      await move(tx, [jobId], from, to);
      await emitSplit(tx, { jobId, others, from, to });
      await record(tx, caller, 'vacancy_split', jobId, [from, to]);
    },

    async merge(tx, caller, jobId, otherJobId) {
      const { own, others } = await findPosting(tx, jobId);
      const target = await findPosting(tx, otherJobId);
      const [from, to, id] = [own.vacancy_id, target.own.vacancy_id, uuidv7()];
      if (from === to) return;
      if (own.realm !== target.own.realm)
        throw conflict('What recruiters post is kept apart from what sources give.');
      const moved = await moveAll(tx, from, to, { joined_to: otherJobId, reasons: ['joined_by_operator'] });
      await forgetApart(tx, [jobId, ...others], [otherJobId, ...target.others]);
      await insertRuling(tx, {
        ...{ id, kind: 'same', job_id: jobId, other_job_id: otherJobId, moved },
        ...{ from_vacancy: from, to_vacancy: to, decided_by: caller.viewer.userId, decided_at: clock.now() },
      });
      await writePairs(tx, jobId, [otherJobId], 'same', id);
      await move(tx, moved, from, to);
      await record(tx, caller, 'vacancies_merged', jobId, [from, to]);
    },

    async undo(tx, caller, rulingId) {
      await lockDeciding(tx);
      const ruling = await lockRuling(tx, rulingId);
      if (ruling === undefined) throw new ApplicationError('not_found');
      if (ruling.undone_at !== null) throw conflict('It was undone already.');
      await undoRuling(tx, rulingId, clock.now());
      const isMerger = ruling.kind === 'same';
      // The vacancy that was given up may go by its name again, unless somebody has it by now.
      const isTaken = (await selectTaken(tx, [ruling.from_vacancy], [])).size > 0;
      const to = isMerger && isTaken ? uuidv7() : ruling.from_vacancy;
      const reasons = isMerger ? ([] as const) : (['not_told_apart'] as const);
      const moved = await movePostings(tx, ruling.moved, ruling.to_vacancy, to, reasons);
      await move(tx, moved, ruling.to_vacancy, to);
      // What came meanwhile may be one with them, too.
      await askForVacancies(tx, moved);
      await record(tx, caller, 'vacancy_ruling_undone', ruling.job_id, [ruling.to_vacancy, to]);
      return ruling.job_id;
    },
  };
}

const conflict = (detail: string) => new ApplicationError('edit_conflict', { detail });

function toVacancy(
  job: VacancyJobRow,
  jobs: readonly VacancyJobRow[],
  explained: readonly ExplainedPosting[],
  rulings: readonly RulingRow[],
): Vacancy {
  const open = jobs.filter(({ status }) => status === 'open');
  const why = new Map(explained.map((posting) => [posting.job_id, posting]));
  const best = jobs.reduce((longest, one) => (one.text_length > longest.text_length ? one : longest), job);
  return {
    id: job.cluster_id,
    is_waiting: job.vacancy_due && job.status === 'open',
    places: [...new Set(open.flatMap(({ places }) => places))],
    apply_url: open.find(({ apply_url }) => apply_url !== null)?.apply_url ?? null,
    best_text_of: best.id,
    postings: jobs.map((row) => {
      const { joined_to = null, reasons = [] } = why.get(row.id) ?? {};
      return {
        ...{ id: row.id, title: row.title, company_name: row.company_name, places: [...row.places] },
        ...{ status: row.status, apply_url: row.apply_url, published_at: row.published_at.toISOString() },
        joined_to: joined_to !== null && why.has(joined_to) ? joined_to : null,
        reasons: [...reasons],
      };
    }),
    rulings: rulings.map(({ id, kind, job_id, other_job_id, decided_at, undone_at }) => ({
      ...{ id, kind, job_id, other_job_id },
      decided_at: decided_at.toISOString(),
      undone_at: undone_at?.toISOString() ?? null,
    })),
  };
}
