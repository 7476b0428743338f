import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** What a recruiter has arranged with others stays with them, without the recruiter. */
export const interviewData: readonly PersonalData[] = [
  tableData({
    name: 'arranged_interviews',
    table: 'interviews',
    owner: 'created_by',
    key: { id: 'uuid' },
    erase: 'name',
  }),
];

export interface ExportedInterview {
  readonly application_id: string;
  readonly row: unknown;
}

/** The interviews of these applications for the export of who applied, without who arranged them. */
export async function exportInterviews(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ExportedInterview[]> {
  const { rows } = await sql<ExportedInterview>`
    select application_id, to_jsonb(interviews) - 'created_by' as row from interviews
    where application_id = any(${applicationIds}::uuid[]) order by starts_at`.execute(tx);
  return rows;
}
