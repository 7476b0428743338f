import type {
  InboxTabs,
  Notification,
  NotificationListQuery,
  WithheldNotification,
} from '@rolecall/contract';
import { kinds, priorityOf } from '@rolecall/contract';
import type { Tx } from '../../../../platform/db/index.ts';
import { countField, createCursors, idField, momentField } from '../../../../platform/pagination/index.ts';
import { normalizeUnicode } from '../../../../platform/text/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Reasons } from '../../routing/index.ts';
import { defaultRecipient, type TextRecipient, type Texts } from '../../texts/index.ts';
import { type InboxRow, toWireNotification } from '../wire.ts';
import {
  countCategories,
  countKinds,
  countSetAside,
  findPage,
  findPageAt,
  findWithheld,
  type KindNumbers,
  type PageAt,
  type WithheldRow,
} from './lists.store.ts';
import { readersOf } from './streams.ts';

const listCursors = createCursors({ shownAt: momentField, seq: countField });
const withheldCursors = createCursors({ createdAt: momentField, id: idField });

/** A page by offset, with how many there are and how many of them are unread. */
export interface CountedPage {
  readonly items: readonly Notification[];
  readonly total: number;
  readonly unread: number;
}

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
export function createLists(dependencies: {
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly reasons: Reasons;
}) {
  const { recipients, texts } = dependencies;

  async function search(
    tx: Tx,
    userId: string,
    words: readonly string[],
    { limit, cursor, ...filter }: NotificationListQuery,
  ): Promise<Page<Notification>> {
    const items: Notification[] = [];
    let position = listCursors.read(cursor);
    for (let read = 0; read < searchedRows; read += searchStep) {
      const rows = await findPage(tx, userId, filter, position, searchStep);
      const reader = (await readersOf(tx, recipients, rows.slice(0, 1)))(userId);
      for (const [index, row] of rows.entries()) {
        position = { shownAt: row.shown_at, seq: row.seq };
        if (!hasWords(texts, row, reader, words)) continue;
        items.push(toWireNotification(texts, row, reader));
        const isLast = index === rows.length - 1 && rows.length < searchStep;
        if (items.length === limit)
          return { items, next_cursor: isLast ? null : listCursors.write(position) };
      }
      if (rows.length < searchStep) return { items, next_cursor: null };
    }
    return { items, next_cursor: position === null ? null : listCursors.write(position) };
  }

  return {
    async list(tx: Tx, userId: string, query: NotificationListQuery): Promise<Page<Notification>> {
      const words = query.q === undefined ? [] : plain(query.q).split(/\s+/).filter(Boolean);
      if (words.length > 0) return search(tx, userId, words, query);
      const { limit, cursor, ...filter } = query;
      const after = listCursors.read(cursor);
      const rows = await findPage(tx, userId, filter, after, limit + 1);
      const readers = await readersOf(tx, recipients, rows.slice(0, 1));
      return listCursors.page(
        rows,
        limit,
        (row) => toWireNotification(texts, row, readers(userId)),
        (row) => ({ shownAt: row.shown_at, seq: row.seq }),
      );
    },

    async listWithheld(
      tx: Tx,
      userId: string,
      { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<WithheldNotification>> {
      const before = withheldCursors.read(cursor);
      const rows = await findWithheld(tx, userId, before, limit + 1);
      const [reader = defaultRecipient] = await recipients.findRecipients(tx, [userId]);
      return withheldCursors.page(
        rows,
        limit,
        (row) => toWithheld(dependencies, row, reader),
        (row) => ({ createdAt: row.created_at, id: row.id }),
      );
    },

    async pageAt(tx: Tx, userId: string, page: PageAt): Promise<CountedPage> {
      const { rows, total, unread } = await findPageAt(tx, userId, page);
      const readers = await readersOf(tx, recipients, rows.slice(0, 1));
      return { items: rows.map((row) => toWireNotification(texts, row, readers(userId))), total, unread };
    },

    kindNumbers: (tx: Tx, userId: string): Promise<KindNumbers[]> => countKinds(tx, userId),

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
  reader: TextRecipient,
  words: readonly string[],
): boolean {
  const { title, message } = texts.inbox(kind, payload, reader);
  const text = plain(`${title} ${message}`);
  return words.every((word) => text.includes(word));
}

/** In lower case and without accents, as people type when they search. */
const plain = (text: string): string =>
  normalizeUnicode(text, 'NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function toWithheld(
  { texts, reasons }: { readonly texts: Texts; readonly reasons: Reasons },
  { id, kind, payload, created_at, withheld }: WithheldRow,
  reader: TextRecipient,
): WithheldNotification {
  return {
    id,
    kind,
    category: kinds[kind].category,
    priority: priorityOf(kind, payload),
    ...texts.inbox(kind, payload, reader),
    created_at: created_at.toISOString(),
    reason: withheld,
    explanation: reasons.explain(withheld, 'inbox', {
      locale: reader.locale,
      timeZone: reader.time_zone,
      dueAt: created_at,
      at: created_at,
    }),
  };
}
