import type { Kind, Locale, TemplateChannel, TemplateSlot, TemplateStatus } from '@rolecall/contract';
import { addToInstanceValue, readInstanceValue, type Tx } from '../../../platform/db/index.ts';

export interface TemplateRow {
  readonly id: string;
  readonly kind: Kind;
  readonly channel: TemplateChannel;
  readonly locale: Locale;
  readonly version: number;
  readonly status: TemplateStatus;
  readonly revision: number;
  readonly content: unknown;
  readonly compiled: unknown;
  readonly note: string;
  readonly author: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly published_at: Date | null;
}

export interface NewTemplate extends TemplateSlot {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly content: unknown;
  readonly compiled: unknown;
  readonly note: string;
  readonly createdBy: string;
  readonly at: Date;
}

const revisionName = 'templates_revision';

/**
 * Lets one transaction at a time change templates, and tells what they all have been changed to: whoever published
 * later has the greater revision.
 */
export function lockTemplates(tx: Tx, changesPublished: boolean): Promise<void> {
  return addToInstanceValue(tx, revisionName, changesPublished ? 1 : 0);
}

/** Grows with every change of what is published. */
export async function readRevision(tx: Tx): Promise<string> {
  return (await readInstanceValue(tx, revisionName)) ?? '0';
}

const rows = (tx: Tx) =>
  tx
    .selectFrom('message_templates as templates')
    .leftJoin('people', 'people.id', 'templates.created_by')
    .select([
      'templates.id',
      'templates.kind',
      'templates.channel',
      'templates.locale',
      'templates.version',
      'templates.status',
      'templates.revision',
      'templates.content',
      'templates.compiled',
      'templates.note',
      'people.name as author',
      'templates.created_at',
      'templates.updated_at',
      'templates.published_at',
    ]);

const rowsOf = (tx: Tx, { kind, channel, locale }: TemplateSlot) =>
  rows(tx)
    .where('templates.kind', '=', kind)
    .where('templates.channel', '=', channel)
    .where('templates.locale', '=', locale);

/** What is published of everything: one row of each text at most. */
export const findPublished = (tx: Tx): Promise<TemplateRow[]> =>
  rows(tx).where('templates.status', '=', 'published').execute();

/** The published and drafted ones, without what they say. */
export const findCurrent = (tx: Tx) =>
  tx
    .selectFrom('message_templates')
    .select(['kind', 'channel', 'locale', 'version', 'status', 'updated_at'])
    .where('status', 'in', ['published', 'draft'])
    .execute();

/** The newest first. */
export const findVersions = (tx: Tx, slot: TemplateSlot, limit: number): Promise<TemplateRow[]> =>
  rowsOf(tx, slot).orderBy('templates.version', 'desc').limit(limit).execute();

export const findVersion = (tx: Tx, slot: TemplateSlot, version: number): Promise<TemplateRow | undefined> =>
  rowsOf(tx, slot).where('templates.version', '=', version).executeTakeFirst();

export const findWithStatus = (
  tx: Tx,
  slot: TemplateSlot,
  status: 'draft' | 'published',
): Promise<TemplateRow | undefined> =>
  rowsOf(tx, slot).where('templates.status', '=', status).executeTakeFirst();

/** The number that the next version of a text has. */
export async function nextVersion(tx: Tx, slot: TemplateSlot): Promise<number> {
  const [newest] = await findVersions(tx, slot, 1);
  return (newest?.version ?? 0) + 1;
}

export async function insertTemplate(
  tx: Tx,
  { at, createdBy, content, compiled, ...template }: NewTemplate,
): Promise<void> {
  await tx
    .insertInto('message_templates')
    .values({
      ...template,
      revision: 1,
      content: JSON.stringify(content),
      compiled: compiled === null ? null : JSON.stringify(compiled),
      created_by: createdBy,
      created_at: at,
      updated_at: at,
      published_at: template.status === 'published' ? at : null,
    })
    .execute();
}

export async function updateDraft(
  tx: Tx,
  id: string,
  change: {
    readonly content: unknown;
    readonly compiled: unknown;
    readonly note: string;
    readonly author: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('message_templates')
    .set((row) => ({
      content: JSON.stringify(change.content),
      compiled: change.compiled === null ? null : JSON.stringify(change.compiled),
      note: change.note,
      created_by: change.author,
      updated_at: change.at,
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Nothing is in force of this text any more but what is shipped. @returns whether something was */
export async function retirePublished(
  tx: Tx,
  { kind, channel, locale }: TemplateSlot,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('message_templates')
    .set({ status: 'retired', updated_at: at })
    .where('kind', '=', kind)
    .where('channel', '=', channel)
    .where('locale', '=', locale)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** @param compiled of its MJML, as it is sent from now on */
export async function publishDraft(tx: Tx, id: string, compiled: unknown, at: Date): Promise<void> {
  await tx
    .updateTable('message_templates')
    .set({
      status: 'published',
      compiled: compiled === null ? null : JSON.stringify(compiled),
      published_at: at,
      updated_at: at,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('message_templates').where('id', '=', id).execute();
}
