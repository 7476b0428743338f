import type {
  JobReportInput,
  ModerationCase,
  ModerationCaseDetail,
  ModerationState,
  moderationListQuerySchema,
  PostingRule,
  ReportOutcome,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import { type RequestContext, type Viewer, visitorNetwork } from '../../../platform/http/index.ts';
import { countField, createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { type Audit, actorOf } from '../../identity/audit/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import {
  companyOf,
  type FlaggedJob,
  findJobBriefs,
  findJobWords,
  holdJob,
  type JobBrief,
  type Jobs,
  lockJobBrief,
} from '../jobs/index.ts';
import {
  type CaseRow,
  countReport,
  findCase,
  lockCase,
  noteChange,
  openFlagged,
  openReported,
  selectCases,
  selectStanding,
  settleCase,
  settleSome,
} from './cases.store.ts';
import { assertMayReport } from './report-limit.ts';
import {
  insertReport,
  type Reporter,
  type ReportRow,
  selectReports,
  settleReports,
} from './reports.store.ts';
import { type CaseTextRow, findChanged, isSame, keepTexts, selectTexts } from './texts.store.ts';

/** Somebody who acts, by a request. */
export interface Caller {
  readonly viewer: Viewer;
  readonly context: Pick<RequestContext, 'clientAddress'>;
}

/** A posting that was taken out of sight, or put back. */
export interface ModeratedJob {
  readonly jobId: string;
  readonly title: string;
  readonly companyName: string;
  /** When. */
  readonly at: Date;
}

/**
 * Postings that have to be looked at, for their texts or because somebody has reported them. A job has one case, whatever
 * comes together in it; what is decided about it is told to those concerned and written down in the same transaction.
 */
export interface Moderation {
  /** Follows what jobs find in texts. */
  readonly jobsFlagged: (tx: Tx, jobs: readonly FlaggedJob[]) => Promise<void>;
  /** Follows edits: a case stays as it is, with what was found and the text of then, and shows that it was changed. */
  readonly jobsReworded: (tx: Tx, jobIds: readonly string[]) => Promise<void>;
  /** Somebody says that a job does not exist any more, in the transaction of the report. */
  readonly reportedDead: TransactionEvent<string>;
  /** A posting is out of sight now. */
  readonly hidden: TransactionEvent<ModeratedJob>;
  /** One that was hidden is shown again. */
  readonly restored: TransactionEvent<ModeratedJob>;
  /** @throws {ApplicationError} `not_found`, `already_reported`, `too_many_reports` */
  report(
    tx: Tx,
    caller: { readonly viewer: Viewer | null; readonly context: Pick<RequestContext, 'clientAddress'> },
    jobId: string,
    input: JobReportInput,
  ): Promise<void>;
  /** Answers the reports that say that a job does not exist any more, after somebody has looked at its link. */
  answerDead(tx: Tx, jobId: string, outcome: 'gone' | 'still_open'): Promise<void>;
  /** @throws {ApplicationError} `invalid_cursor` */
  list(
    query: z.output<typeof moderationListQuerySchema>,
  ): Promise<{ items: ModerationCase[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, jobId: string): Promise<ModerationCaseDetail>;
  /** @throws {ApplicationError} `not_found` */
  hide(tx: Tx, caller: Caller, jobId: string, reason: string): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `edit_conflict` when it is not open */
  dismiss(tx: Tx, caller: Caller, jobId: string, reason: string): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `edit_conflict` when it is not hidden */
  restore(tx: Tx, caller: Caller, jobId: string, reason: string): Promise<void>;
  readRule(tx: Tx): Promise<PostingRule>;
  setRule(tx: Tx, caller: Caller, rule: PostingRule): Promise<void>;
}

export interface ModerationDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly jobs: Pick<Jobs, 'readJobs' | 'setReview' | 'flaggedRule' | 'setFlaggedRule'>;
  readonly companies: { membersOf(tx: Tx, companyId: string): Promise<readonly string[]> };
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  /** A keyed hash, so that nobody finds a network by what is stored. */
  readonly hashNetwork: (network: string) => Uint8Array;
}

const cursors = createCursors({ reports: countField, lastAt: momentField, jobId: idField });
const mostShown = 50;

const actions = { hidden: 'job_hidden', dismissed: 'job_dismissed', restored: 'job_restored' } as const;

export function createModeration(dependencies: ModerationDependencies): Moderation {
  const { database, clock, audit, jobs, companies, notifications, hashNetwork } = dependencies;
  const reportedDead = createTransactionEvent<string>();
  const hidden = createTransactionEvent<ModeratedJob>();
  const restored = createTransactionEvent<ModeratedJob>();

  function reporterOf(viewer: Viewer | null, address: string): Reporter {
    if (viewer !== null) return { userId: viewer.userId };
    return { visitor: hashNetwork(visitorNetwork(address) ?? address) };
  }

  /** The posting and its case, locked in this order, as imports lock them. */
  async function lock(tx: Tx, jobId: string): Promise<{ job: JobBrief; stands: CaseRow }> {
    const job = await lockJobBrief(tx, jobId);
    if (job === undefined) throw new ApplicationError('not_found');
    return { job, stands: await lockCase(tx, jobId, clock.now()) };
  }

  async function decide(
    tx: Tx,
    { viewer, context }: Caller,
    { job, stands }: { readonly job: JobBrief; readonly stands: CaseRow },
    decision: keyof typeof actions,
    reason: string,
  ): Promise<void> {
    const now = clock.now();
    const state: ModerationState = decision === 'hidden' ? 'hidden' : 'dismissed';
    const wasHeld = job.review === 'flagged';
    await jobs.setReview(tx, job.id, reviewAfter(decision, job.review), decision === 'hidden' ? reason : '');
    const outcome = state === 'hidden' ? 'hidden' : 'dismissed';
    const { told: answered } = await settleReports(tx, job.id, outcome);
    await settleCase(tx, job.id, { state, note: reason, now });
    await audit.record(tx, {
      actor: actorOf(viewer, context),
      action: actions[decision],
      subjectId: job.id,
      before: { state: stands.state, open_reports: stands.open_reports },
      after: { state, open_reports: 0 },
      reason,
    });
    const moderated = { jobId: job.id, title: job.title, companyName: job.company_name, at: now };
    if (decision === 'hidden') await hidden.emit(tx, moderated);
    if (decision === 'restored') await restored.emit(tx, moderated);
    const told = decision === 'dismissed' ? (wasHeld ? 'cleared' : null) : decision;
    const decisionId = uuidv7();
    const recruiters = told === null ? [] : await companies.membersOf(tx, job.company_id);
    await notifications.notifyAll(tx, [
      ...recruiters.map((userId) => toRecruiter(userId, job, told ?? 'cleared', reason, decisionId)),
      ...answered.map(({ id, reporter_id }) => toReporter(reporter_id, id, job, outcome)),
    ]);
  }

  return {
    reportedDead,
    hidden,
    restored,

    async jobsFlagged(tx, flagged) {
      if (flagged.length === 0) return;
      const now = clock.now();
      await openFlagged(tx, flagged, now);
      await keepTexts(tx, await findJobWords(tx, idsOf(flagged)), now);
    },

    async jobsReworded(tx, jobIds) {
      const standing = await selectStanding(tx, jobIds);
      if (standing.length === 0) return;
      const changed = await findChanged(tx, await findJobWords(tx, standing));
      if (changed.length > 0) await noteChange(tx, changed, clock.now());
    },

    async report(tx, { viewer, context }, jobId, { reason, text }) {
      const now = clock.now();
      const reporter = reporterOf(viewer, context.clientAddress);
      await assertMayReport(tx, reporter, now);
      if ((await holdJob(tx, jobId)) === undefined) throw new ApplicationError('not_found');
      await openReported(tx, jobId, now);
      const isNew = await insertReport(tx, { id: uuidv7(), jobId, reporter, reason, text: text.trim(), now });
      if (!isNew) throw new ApplicationError('already_reported');
      await countReport(tx, jobId);
      await keepTexts(tx, await findJobWords(tx, [jobId]), now);
      if (reason === 'dead') await reportedDead.emit(tx, jobId);
    },

    async answerDead(tx, jobId, outcome) {
      const job = await lockJobBrief(tx, jobId);
      if (job === undefined) return;
      const { settled, told } = await settleReports(tx, jobId, outcome, ['dead']);
      if (settled === 0) return;
      await settleSome(tx, jobId, settled, clock.now());
      await notifications.notifyAll(
        tx,
        told.map(({ id, reporter_id }) => toReporter(reporter_id, id, job, outcome)),
      );
    },

    async list({ state, by, order, limit, cursor }) {
      const tx = database.query;
      const list = JSON.stringify([state, by, order]);
      const rows = await selectCases(tx, {
        state,
        by,
        order,
        after: cursors.read(cursor, list),
        limit: limit + 1,
      });
      const briefs = await findJobBriefs(
        tx,
        rows.map(({ job_id }) => job_id),
      );
      const known = rows.flatMap((row) => {
        const job = briefs.get(row.job_id);
        return job === undefined ? [] : [{ row, job }];
      });
      return cursors.page(
        known,
        limit,
        ({ row, job }) => toCase(row, job),
        ({ row }) => ({ reports: row.open_reports, lastAt: row.last_at, jobId: row.job_id }),
        list,
      );
    },

    async read(tx, jobId) {
      const [stands, [job], briefs, reports, texts, [words]] = [
        await findCase(tx, jobId),
        await jobs.readJobs(tx, [jobId]),
        await findJobBriefs(tx, [jobId]),
        await selectReports(tx, jobId, mostShown),
        await selectTexts(tx, [jobId]),
        await findJobWords(tx, [jobId]),
      ];
      const brief = briefs.get(jobId);
      if (stands === undefined || job === undefined || brief === undefined || words === undefined)
        throw new ApplicationError('not_found');
      return {
        ...toCase(stands, brief),
        description_html: job.description_html,
        apply_url: job.apply_url,
        reports: reports.map(toReport),
        texts: texts.map((kept) => toText(kept, isSame(kept, words))),
      };
    },

    async hide(tx, caller, jobId, reason) {
      const locked = await lock(tx, jobId);
      // Doing it again changes nothing, and tells nobody.
      if (locked.stands.state === 'hidden') return;
      await decide(tx, caller, locked, 'hidden', reason);
    },

    async dismiss(tx, caller, jobId, reason) {
      const locked = await lock(tx, jobId);
      if (locked.stands.state !== 'open') throw conflict(locked.stands.state);
      await decide(tx, caller, locked, 'dismissed', reason);
    },

    async restore(tx, caller, jobId, reason) {
      const locked = await lock(tx, jobId);
      if (locked.stands.state !== 'hidden') throw conflict(locked.stands.state);
      await decide(tx, caller, locked, 'restored', reason);
    },

    readRule: jobs.flaggedRule,

    async setRule(tx, { viewer, context }, rule) {
      const before = await jobs.setFlaggedRule(tx, rule);
      if (before === rule) return;
      await audit.record(tx, {
        actor: actorOf(viewer, context),
        action: 'moderation_policy_changed',
        subjectId: 'moderation_policy',
        before: { flagged_postings: before },
        after: { flagged_postings: rule },
      });
    },
  };
}

/** What was looked at stays cleared for what was found in it; where nothing was, there is nothing to clear. */
function reviewAfter(decision: keyof typeof actions, before: JobBrief['review']): JobBrief['review'] {
  if (decision === 'hidden') return 'hidden';
  return before === 'none' ? 'none' : 'cleared';
}

const idsOf = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id);

const conflict = (state: ModerationState) =>
  new ApplicationError('edit_conflict', { detail: `The posting is ${state} by now.` });

function toRecruiter(
  userId: string,
  job: JobBrief,
  decision: 'hidden' | 'restored' | 'cleared',
  note: string,
  decisionId: string,
): AnyNotification {
  return {
    kind: 'job_moderated',
    userId,
    dedupeKey: `job_moderated:${decisionId}`,
    subject: `job:${job.id}`,
    payload: { job_id: job.id, job_title: job.title, company_name: job.company_name, decision, note },
  };
}

function toReporter(
  userId: string,
  reportId: string,
  job: JobBrief,
  outcome: ReportOutcome,
): AnyNotification {
  return {
    kind: 'job_report_decided',
    userId,
    dedupeKey: `job_report_decided:${reportId}`,
    subject: `job:${job.id}`,
    payload: { job_id: job.id, job_title: job.title, company_name: job.company_name, outcome },
  };
}

function toCase(row: CaseRow, job: JobBrief): ModerationCase {
  return {
    job: {
      id: job.id,
      title: job.title,
      company: companyOf(job),
      status: job.status,
    },
    state: row.state,
    flags: [...row.flags],
    open_reports: row.open_reports,
    opened_at: row.opened_at.toISOString(),
    last_at: row.last_at.toISOString(),
    decided_at: row.decided_at?.toISOString() ?? null,
    changed_at: row.changed_at?.toISOString() ?? null,
    note: row.note,
  };
}

function toReport({
  id,
  reason,
  text,
  reporter_id,
  created_at,
  outcome,
}: ReportRow): ModerationCaseDetail['reports'][number] {
  return { id, reason, text, signed_in: reporter_id !== null, created_at: created_at.toISOString(), outcome };
}

function toText(
  { kept_at, title, details, description_html, flags }: CaseTextRow,
  is_current: boolean,
): ModerationCaseDetail['texts'][number] {
  return { kept_at: kept_at.toISOString(), title, details, description_html, flags: [...flags], is_current };
}
