import type {
  InboxTabs,
  Notification,
  NotificationListQuery,
  WithheldNotification,
} from '@rolecall/contract';
import { idSchema, kinds, priorityOf, timestampSchema } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor, toPage } from '../../../platform/http/index.ts';
import { type InboxRow, type Recipients, toWireNotification } from '../notifications/index.ts';
import { explain } from '../routing/index.ts';
import { anyReader, type Reader, type Texts } from '../texts/index.ts';
import {
  countCategories,
  countSetAside,
  findPage,
  findWithheld,
  type ListPosition,
  type WithheldRow,
} from './lists.store.ts';
import { readersOf } from './streams.ts';

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** How many notifications one search looks through, and how many it reads at a time. */
const searchedRows = 1_000;
const searchStep = 250;

/** Numbers on tabs end here. */
const mostCounted = 100;
const countedRows = 1_000;

/** The lists of the inbox. */
export function createLists(dependencies: { readonly recipients: Recipients; readonly texts: Texts }) {
  const { recipients, texts } = dependencies;

  async function search(
    tx: Tx,
    userId: string,
    words: readonly string[],
    { limit, cursor, ...filter }: NotificationListQuery,
  ): Promise<Page<Notification>> {
    const items: Notification[] = [];
    let position = cursor === undefined ? null : positionOf(cursor);
    for (let read = 0; read < searchedRows; read += searchStep) {
      const rows = await findPage(tx, userId, filter, position, searchStep);
      const reader = (await readersOf(tx, recipients, rows.slice(0, 1)))(userId);
      for (const [index, row] of rows.entries()) {
        position = { shownAt: row.shown_at, seq: row.seq };
        if (!hasWords(texts, row, reader, words)) continue;
        items.push(toWireNotification(texts, row, reader));
        const isLast = index === rows.length - 1 && rows.length < searchStep;
        if (items.length === limit) return { items, next_cursor: isLast ? null : cursorOf(position) };
      }
      if (rows.length < searchStep) return { items, next_cursor: null };
    }
    return { items, next_cursor: position === null ? null : cursorOf(position) };
  }

  return {
    async list(tx: Tx, userId: string, query: NotificationListQuery): Promise<Page<Notification>> {
      const words = query.q === undefined ? [] : plain(query.q).split(/\s+/).filter(Boolean);
      if (words.length > 0) return search(tx, userId, words, query);
      const { limit, cursor, ...filter } = query;
      const after = cursor === undefined ? null : positionOf(cursor);
      const rows = await findPage(tx, userId, filter, after, limit + 1);
      const readers = await readersOf(tx, recipients, rows.slice(0, 1));
      return toPage(
        rows,
        limit,
        (row) => toWireNotification(texts, row, readers(userId)),
        (row) => partsOf({ shownAt: row.shown_at, seq: row.seq }),
      );
    },

    async listWithheld(
      tx: Tx,
      userId: string,
      { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<WithheldNotification>> {
      const before = cursor === undefined ? null : withheldPositionOf(cursor);
      const rows = await findWithheld(tx, userId, before, limit + 1);
      const [reader = anyReader] = await recipients.findRecipients(tx, [userId]);
      return toPage(
        rows,
        limit,
        (row) => toWithheld(texts, row, reader),
        (row) => [row.created_at.toISOString(), row.id],
      );
    },

    async tabs(tx: Tx, userId: string): Promise<InboxTabs> {
      const categories = await countCategories(tx, userId, countedRows);
      return {
        categories: categories.map(({ category, total, unread }) => ({
          category,
          total: Math.min(total, mostCounted),
          unread: Math.min(unread, mostCounted),
        })),
        ...(await countSetAside(tx, userId, mostCounted)),
      };
    },
  };
}

/** Whether what the person reads has all of these words. It is made when it is read, so it can only be searched then. */
function hasWords(
  texts: Texts,
  { kind, payload }: InboxRow,
  reader: Reader,
  words: readonly string[],
): boolean {
  const { title, message } = texts.inbox(kind, payload, reader);
  const text = plain(`${title} ${message}`);
  return words.every((word) => text.includes(word));
}

/** In lower case and without accents, as people type when they search. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function toWithheld(
  texts: Texts,
  { id, kind, payload, created_at, withheld }: WithheldRow,
  reader: Reader,
): WithheldNotification {
  return {
    id,
    kind,
    category: kinds[kind].category,
    priority: priorityOf(kind, payload),
    ...texts.inbox(kind, payload, reader),
    created_at: created_at.toISOString(),
    reason: withheld,
    explanation: explain(withheld, {
      locale: reader.locale,
      timeZone: reader.time_zone,
      dueAt: created_at,
      at: created_at,
    }),
  };
}

const partsOf = ({ shownAt, seq }: ListPosition): string[] => [shownAt.toISOString(), String(seq)];
const cursorOf = (position: ListPosition): string => encodeCursor(partsOf(position));

function positionOf(cursor: string): ListPosition {
  const [shown = '', seq = ''] = decodeCursor(cursor, 2);
  if (!/^\d{1,15}$/.test(seq)) throw new ApplicationError('invalid_cursor');
  return { shownAt: momentOf(shown), seq: Number(seq) };
}

function withheldPositionOf(cursor: string): { createdAt: Date; id: string } {
  const [created = '', id = ''] = decodeCursor(cursor, 2);
  if (!idSchema.safeParse(id).success) throw new ApplicationError('invalid_cursor');
  return { createdAt: momentOf(created), id };
}

function momentOf(text: string): Date {
  if (!timestampSchema.safeParse(text).success) throw new ApplicationError('invalid_cursor');
  return new Date(text);
}
