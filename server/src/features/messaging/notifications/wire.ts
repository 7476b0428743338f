import { type Kind, kinds, type Notification, priorityOf, subjectsOf } from '@rolecall/contract';
import type { TextRecipient, Texts } from '../texts/index.ts';

/** A row of an inbox. */
export interface InboxRow {
  readonly id: string;
  readonly user_id: string;
  readonly seq: number;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly shown_at: Date;
  readonly seen_at: Date | null;
  readonly read_at: Date | null;
  readonly archived_at: Date | null;
  readonly snoozed_until: Date | null;
  readonly pinned_at: Date | null;
  readonly live: boolean;
}

/** A notification as clients get it, in the language and time zone of its reader. */
export function toWireNotification(texts: Texts, row: InboxRow, reader: TextRecipient): Notification {
  const { kind, payload } = row;
  const { category, image } = kinds[kind];
  const actions = texts.actions(kind, payload, reader);
  const main = actions[0];
  return {
    id: row.id,
    seq: row.seq,
    kind,
    category,
    priority: priorityOf(kind, payload),
    ...texts.inbox(kind, payload, reader),
    action: main === undefined || main.path === null ? null : { label: main.label, path: main.path },
    actions,
    image: `/notification-images/${image}.svg`,
    subjects: subjectsOf(payload),
    group: texts.group(kind, payload, reader),
    data: { ...payload },
    live: row.live,
    created_at: row.created_at.toISOString(),
    shown_at: row.shown_at.toISOString(),
    seen_at: toText(row.seen_at),
    read_at: toText(row.read_at),
    archived_at: toText(row.archived_at),
    snoozed_until: toText(row.snoozed_until),
    pinned_at: toText(row.pinned_at),
  };
}

function toText(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
