import {
  type DigestItem,
  digestPayloadSchema,
  type Kind,
  kindSchema,
  kinds,
  type PastDigest,
  priorityOf,
} from '@rolecall/contract';
import { type ExplanationContext, explain } from '../routing/index.ts';
import type { Reader, Texts } from '../texts/index.ts';
import type { PastDigest as PastDigestRow } from './digests.store.ts';

/** Something that a digest tells of, in the reader's language. */
export function toItem(
  texts: Texts,
  { id, kind, payload }: { readonly id: string; readonly kind: Kind; readonly payload: DigestItem['data'] },
  reader: Reader,
): DigestItem {
  const { category, image } = kinds[kind];
  const actions = texts.actions(kind, payload, reader);
  const main = actions[0];
  return {
    id,
    kind,
    category,
    priority: priorityOf(kind, payload),
    ...texts.inbox(kind, payload, reader),
    action: main === undefined || main.path === null ? null : { label: main.label, path: main.path },
    actions,
    image: `/notification-images/${image}.svg`,
    data: { ...payload },
  };
}

export function toPastDigest(
  texts: Texts,
  row: PastDigestRow,
  context: Omit<ExplanationContext, 'dueAt'>,
): PastDigest {
  const reader = { locale: context.locale, time_zone: context.timeZone };
  const payload = digestPayloadSchema.safeParse(row.payload);
  const { entries, more } = payload.success ? payload.data : { entries: [], more: 0 };
  const { delivery_status: status, delivery_reason: reason, delivery_due_at: dueAt } = row;
  return {
    id: row.id,
    frequency: row.frequency,
    channel: row.channel,
    status: row.status,
    opened_at: row.opened_at.toISOString(),
    closes_at: row.closes_at.toISOString(),
    finished_at: row.finished_at.toISOString(),
    entries: entries.flatMap(({ notification_id: id, kind, payload: told }) => {
      const known = kindSchema.safeParse(kind);
      return known.success ? [toItem(texts, { id, kind: known.data, payload: told }, reader)] : [];
    }),
    more,
    delivery:
      status === null || reason === null || dueAt === null
        ? null
        : { status, reason, explanation: explain(reason, { ...context, dueAt }) },
  };
}
