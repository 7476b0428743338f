import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Stands where the name of somebody was who has left. */
const nobody = '…';

/**
 * Takes the name of an applicant out of what these readers were told of these applications, in digests too. The
 * notifications stay where they are, since a stream has no gaps.
 */
export async function forgetApplicant(
  tx: Tx,
  readerIds: readonly string[],
  applicationIds: readonly string[],
): Promise<void> {
  if (readerIds.length === 0 || applicationIds.length === 0) return;
  const withoutName = JSON.stringify({ applicant_name: nobody });
  await sql`
    update notifications set payload = payload || ${withoutName}::jsonb
    where user_id = any(${readerIds}::uuid[])
      and payload ->> 'application_id' = any(${applicationIds}::text[])
      and payload ->> 'applicant_name' is not null`.execute(tx);
  await sql`
    update notifications set payload = jsonb_set(payload, '{entries}', (
      select jsonb_agg(
        case when entry -> 'payload' ->> 'application_id' = any(${applicationIds}::text[])
          then jsonb_set(entry, '{payload}', (entry -> 'payload') || ${withoutName}::jsonb)
          else entry
        end order by place
      )
      from jsonb_array_elements(payload -> 'entries') with ordinality as listed (entry, place)
    ))
    where user_id = any(${readerIds}::uuid[]) and category = 'digests'
      and jsonb_path_exists(
        payload,
        '$.entries[*].payload ? (exists (@.applicant_name)).application_id ? (@ == $ids[*])',
        jsonb_build_object('ids', ${JSON.stringify(applicationIds)}::jsonb)
      )`.execute(tx);
}
