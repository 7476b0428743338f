import { type ReportOutcome, type ReportReason, reportReasons } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type ReportRow = Selectable<Schema['job_reports']>;

/** Who reports: a person, or a visitor by the hash of the network. */
export type Reporter = { readonly userId: string } | { readonly visitor: Uint8Array };

/** Serializes the reports of one reporter, so that a bound holds for calls at once, too. */
export async function lockReporter(tx: Tx, reporter: Reporter): Promise<void> {
  const key = 'userId' in reporter ? reporter.userId : Buffer.from(reporter.visitor).toString('hex');
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 78))`.execute(tx);
}

/** When a reporter has reported since a moment, the oldest first; at most so many. */
export async function selectReportTimes(
  tx: Tx,
  reporter: Reporter,
  since: Date,
  limit: number,
): Promise<Date[]> {
  const rows = await tx
    .selectFrom('job_reports')
    .select('created_at')
    .where((row) =>
      'userId' in reporter
        ? row('reporter_id', '=', reporter.userId)
        : row('visitor', '=', Buffer.from(reporter.visitor)),
    )
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ created_at }) => created_at).reverse();
}

/** False: this reporter has an open report of the job. */
export async function insertReport(
  tx: Tx,
  report: {
    readonly id: string;
    readonly jobId: string;
    readonly reporter: Reporter;
    readonly reason: ReportReason;
    readonly text: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const { id, jobId, reporter, reason, text, now } = report;
  const result = await tx
    .insertInto('job_reports')
    .values({
      id,
      job_id: jobId,
      reporter_id: 'userId' in reporter ? reporter.userId : null,
      visitor: 'userId' in reporter ? null : Buffer.from(reporter.visitor),
      reason,
      text,
      created_at: now,
      outcome: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function selectReports(tx: Tx, jobId: string, limit: number): Promise<ReportRow[]> {
  return tx
    .selectFrom('job_reports')
    .selectAll()
    .where('job_id', '=', jobId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A report that is answered, and whom to tell. */
export interface AnsweredReport {
  readonly id: string;
  readonly reporter_id: string;
}

/** Answers the reports of a job that wait, all or those for some reasons: how many, and who is told, which visitors are not. */
export async function settleReports(
  tx: Tx,
  jobId: string,
  outcome: ReportOutcome,
  reasons: readonly ReportReason[] = reportReasons,
): Promise<{ readonly settled: number; readonly told: readonly AnsweredReport[] }> {
  const { rows } = await sql<{ id: string; reporter_id: string | null }>`
    update job_reports set outcome = ${outcome}, visitor = null
    where job_id = ${jobId} and outcome is null and reason = any(${[...reasons]}::text[])
    returning id, reporter_id`.execute(tx);
  const told = rows.flatMap(({ id, reporter_id }) => (reporter_id === null ? [] : [{ id, reporter_id }]));
  return { settled: rows.length, told };
}

/** Takes the words of a person out of the reports, before the person goes. */
export async function clearReportTexts(tx: Tx, userId: string): Promise<void> {
  await tx.updateTable('job_reports').set({ text: '' }).where('reporter_id', '=', userId).execute();
}

/** Forgets the networks of visitors whose reports nobody has decided for so long. */
export async function forgetVisitors(tx: Tx, before: Date): Promise<number> {
  const result = await tx
    .updateTable('job_reports')
    .set({ visitor: null })
    .where('visitor', 'is not', null)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
