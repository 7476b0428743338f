import { type Kind, kinds, type Locale, type Notification, priorityOf, subjectsOf } from '@rolecall/contract';
import { renderActions, renderGroup, renderInboxText } from './text.ts';

/** A row of an inbox. */
export interface InboxRow {
  readonly id: string;
  readonly user_id: string;
  readonly seq: number;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly read_at: Date | null;
  readonly archived_at: Date | null;
  readonly snoozed_until: Date | null;
  readonly pinned_at: Date | null;
}

/** A notification as clients get it, in the reader's language. */
export function toWireNotification(row: InboxRow, locale: Locale): Notification {
  const { kind, payload } = row;
  const { category, image } = kinds[kind];
  const actions = renderActions(kind, payload, locale);
  const main = actions[0];
  return {
    id: row.id,
    seq: row.seq,
    kind,
    category,
    priority: priorityOf(kind, payload),
    ...renderInboxText(kind, payload, locale),
    action: main === undefined || main.path === null ? null : { label: main.label, path: main.path },
    actions,
    image: `/notification-images/${image}.svg`,
    subjects: subjectsOf(payload),
    group: renderGroup(kind, payload, locale),
    data: { ...payload },
    created_at: row.created_at.toISOString(),
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
