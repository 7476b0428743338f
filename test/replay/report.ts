import { sql } from 'kysely';
import type { Database } from '../../server/src/platform/db/index.ts';
import type { Report } from './messages.ts';

type Row<Name extends keyof Report> = Report[Name][number];

/** Reads what there is, with the names that the plan has for it. */
export async function readReport({ query }: Database): Promise<Report> {
  const notifications = await sql<Row<'notifications'>>`
    select notifications.id, notifications.user_id, kind, seq, withheld,
      case when kind = 'job_alert' then 'alert:' || external_id
        when kind = 'job_matches' then
          'matches of ' || to_char(notifications.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        when kind not like 'digest_%' then dedupe_key end as key,
      deliveries.id as delivery_id, deliveries.status, reason, digest_id,
      to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as finished_at
    from notifications
    left join deliveries on deliveries.notification_id = notifications.id and channel = 'email'
    left join jobs on kind = 'job_alert' and jobs.id = (payload ->> 'job_id')::uuid
    order by notifications.user_id, notifications.id`.execute(query);
  const digests = await sql<Row<'digests'>>`
    select digests.id, digests.user_id, frequency, status, notification_id,
      to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as finished_at,
      (select array_agg(coalesce('alert:' || external_id, entry ->> 'notification_id') order by place)
        from jsonb_array_elements(payload -> 'entries') with ordinality as entries (entry, place)
        left join jobs on entry ->> 'kind' = 'job_alert'
          and jobs.id = (entry -> 'payload' ->> 'job_id')::uuid) as entries,
      (payload ->> 'more')::integer as more
    from digests left join notifications on notifications.id = notification_id
    order by digests.user_id, digests.id`.execute(query);
  const matches = await sql<Row<'matches'>>`
    with numbered as (
      select id, row_number() over (partition by created_at order by id) - 1 as place from jobs where status = 'open'
    )
    select matches.user_id, 'alert:' || external_id as key, matches.score, matches.job_id, company_id, company_name,
      to_char(deadline_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as deadline_at,
      to_char(matches.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as matched_at,
      numbered.place::integer as place
    from matches join jobs on jobs.id = matches.job_id left join numbered on numbered.id = jobs.id
    order by matches.user_id, matches.job_id`.execute(query);
  return { notifications: notifications.rows, digests: digests.rows, matches: matches.rows };
}
