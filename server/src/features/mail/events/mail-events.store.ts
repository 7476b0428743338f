import type { Kind, Locale } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { createIdSource } from '../../../platform/ids/index.ts';
import type { MailEvent } from './mail-event.ts';

const newId = createIdSource();

interface SentRow {
  readonly delivery_id: string;
  readonly user_id: string;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly template_version: number | null;
  readonly provider: string;
  readonly domain: string;
  readonly at: Date;
}

/** A mail as it was last sent. */
export interface KnownMail {
  readonly domain: string;
  readonly mail: NonNullable<MailEvent['mail']>;
}

/** What the mails of these deliveries were, as they were last sent. */
export async function findSent(
  tx: Tx,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, KnownMail>> {
  if (deliveryIds.length === 0) return new Map();
  const { rows } = await sql<SentRow>`
    select distinct on (delivery_id) delivery_id, user_id, kind, locale, template_version, provider,
      domain, at
    from mail_events
    where delivery_id = any(${deliveryIds}::uuid[]) and type = 'sent' and user_id is not null
    order by delivery_id, at desc`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.delivery_id,
      {
        domain: row.domain,
        mail: {
          userId: row.user_id,
          kind: row.kind,
          locale: row.locale,
          templateVersion: row.template_version,
          provider: row.provider,
          sentAt: row.at,
        },
      },
    ]),
  );
}

/** Inserts events in the order of their keys, so that two transactions never deadlock. @returns those that were new */
export async function insertEvents(
  tx: Tx,
  given: readonly Omit<MailEvent, 'id'>[],
  recordedAt: Date,
): Promise<MailEvent[]> {
  const events = given.map((event) => ({ ...event, id: newId() }));
  const rows = events.map((event) => ({
    id: event.id,
    delivery_id: event.deliveryId,
    user_id: event.mail?.userId ?? null,
    type: event.type,
    provider: event.provider,
    provider_event_id: event.providerEventId,
    kind: event.mail?.kind ?? null,
    locale: event.mail?.locale ?? null,
    template_version: event.mail?.templateVersion ?? null,
    domain: event.domain,
    status: event.status ?? null,
    bounce: event.bounce ?? null,
    is_machine: event.isMachine ?? false,
    url: event.url ?? null,
    detail: event.detail ?? null,
    sent_at: event.mail?.sentAt ?? null,
    at: event.at,
  }));
  const inserted = await sql<{ id: string }>`
    insert into mail_events (id, delivery_id, user_id, type, provider, provider_event_id, kind, locale,
      template_version, domain, status, bounce, is_machine, url, detail, sent_at, at, recorded_at)
    select id, delivery_id, user_id, type, provider, provider_event_id, kind, locale,
      template_version, domain, status, bounce, is_machine, url, detail, sent_at, at, ${recordedAt}
    from json_to_recordset(${JSON.stringify(rows)}::json) as event (
      id uuid, delivery_id uuid, user_id uuid, type text, provider text, provider_event_id text, kind text,
      locale text, template_version integer, domain text, status text, bounce text, is_machine boolean, url text,
      detail text, sent_at timestamptz, at timestamptz
    )
    order by provider, provider_event_id
    on conflict (provider, provider_event_id) do nothing
    returning id`.execute(tx);
  const isNew = new Set(inserted.rows.map(({ id }) => id));
  return events.filter(({ id }) => isNew.has(id));
}

/** Deletes what was recorded before this moment, the oldest first. @returns how many */
export async function deleteRecordedBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rows } = await sql`
    delete from mail_events where id in (
      select id from mail_events where recorded_at < ${before} order by recorded_at, id limit ${limit}
    )
    returning id`.execute(tx);
  return rows.length;
}
