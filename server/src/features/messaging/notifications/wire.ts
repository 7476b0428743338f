import { type Kind, kinds, type Locale, type Notification } from '@rolecall/contract';
import { renderInboxText } from './text.ts';

/** A row of an inbox. */
export interface InboxRow {
  readonly id: string;
  readonly user_id: string;
  readonly seq: number;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** A notification as clients get it, in the reader's language. */
export function toWireNotification(row: InboxRow, locale: Locale): Notification {
  const { category, priority } = kinds[row.kind];
  const { title, message, action } = renderInboxText(row.kind, row.payload, locale);
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    category,
    priority,
    title,
    message,
    action,
    data: { ...row.payload },
    created_at: row.created_at.toISOString(),
    read_at: row.read_at?.toISOString() ?? null,
  };
}
