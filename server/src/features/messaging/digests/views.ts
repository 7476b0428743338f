import {
  type DigestItem,
  digestPayloadSchema,
  type Kind,
  kindSchema,
  kinds,
  type PastDigest,
  priorityOf,
} from '@rolecall/contract';
import type { DeliveryRow } from '../deliveries/index.ts';
import type { ExplanationContext, Reasons } from '../routing/index.ts';
import type { TextRecipient, Texts } from '../texts/index.ts';
import type { PastDigestRow } from './digests.store.ts';

/** Something that a digest tells of, in the reader's language. */
export function toItem(
  texts: Texts,
  { id, kind, payload }: { readonly id: string; readonly kind: Kind; readonly payload: DigestItem['data'] },
  reader: TextRecipient,
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

/** A digest that is over, with what it told and what became of its delivery; undefined: that is gone. */
export interface TracedPastDigest {
  readonly row: PastDigestRow;
  readonly payload: unknown;
  readonly delivery: DeliveryRow | undefined;
}

export function toPastDigest(
  { texts, reasons }: { readonly texts: Texts; readonly reasons: Reasons },
  { row, payload: stored, delivery }: TracedPastDigest,
  context: Omit<ExplanationContext, 'dueAt'>,
): PastDigest {
  const reader = { locale: context.locale, time_zone: context.timeZone };
  const payload = digestPayloadSchema.safeParse(stored);
  const { entries, more } = payload.success ? payload.data : { entries: [], more: 0 };
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
      delivery === undefined
        ? null
        : {
            status: delivery.status,
            reason: delivery.reason,
            explanation: reasons.explain(delivery.reason, row.channel, {
              ...context,
              dueAt: delivery.due_at,
            }),
          },
  };
}
