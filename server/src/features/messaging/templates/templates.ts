import {
  kindNames,
  locales,
  type TemplateContent,
  type TemplateDetail,
  type TemplateDraft,
  type TemplateProblem,
  type TemplateSample,
  type TemplateSlot,
  type TemplateState,
  type TemplateVersionDetail,
  templateChannels,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type KindTexts, textsByKind } from '../../../platform/kind-texts/index.ts';
import {
  checkTemplate,
  filterDescriptions,
  type MjmlService,
  sampleOf,
  samplesOf,
  variablesOf,
} from '../texts/index.ts';
import {
  contentOf,
  invalidTemplate,
  toPublished,
  toVersion,
  toVersionDetail,
  wordsOf,
} from './template-views.ts';
import {
  deleteDraft,
  findCurrent,
  findVersion,
  findVersions,
  findWithStatus,
  insertTemplate,
  lockTemplates,
  nextVersion,
  publishDraft,
  retirePublished,
  type TemplateRow,
  updateDraft,
} from './templates.store.ts';

/**
 * Texts that operators write in the place of those that are shipped. A text has at most one draft and one published
 * version; what was published once stays as it was, and going back to it makes a new version of the same words.
 * docs/templates.md tells how they are written.
 *
 * MJML is compiled outside of any transaction, which would hold a connection meanwhile; so what saves has a transaction
 * of its own, and looks again at what it has seen before.
 */
export interface Templates {
  /** Every text that there is, with what is in force. */
  list(tx: Tx): Promise<TemplateState[]>;
  /** Sample data for previews: several of each kind. */
  samples(): TemplateSample[];
  read(tx: Tx, slot: TemplateSlot): Promise<TemplateDetail>;
  /** @throws {ApplicationError} `not_found` */
  readVersion(tx: Tx, slot: TemplateSlot, version: number): Promise<TemplateVersionDetail>;
  /**
   * Saves the draft, with faults if it has some.
   * @param seen the revision of the draft that was changed; null: there was none
   * @throws {ApplicationError} `template_changed`, `invalid_request` when the fields are of another channel
   */
  saveDraft(
    slot: TemplateSlot,
    author: string,
    draft: { readonly content: TemplateContent; readonly note: string; readonly revision: number | null },
  ): Promise<TemplateDraft>;
  /** @throws {ApplicationError} `not_found` */
  discardDraft(tx: Tx, slot: TemplateSlot): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `template_changed`, `template_invalid` */
  publish(slot: TemplateSlot, revision: number): Promise<TemplateVersionDetail>;
  /** Publishes an older version again, as a new one. @throws {ApplicationError} `not_found`, `template_invalid` */
  restore(slot: TemplateSlot, author: string, version: number): Promise<TemplateVersionDetail>;
  /** Goes back to what is shipped. @throws {ApplicationError} `not_found` when that is in force already */
  withdraw(tx: Tx, slot: TemplateSlot): Promise<void>;
  check(slot: TemplateSlot, content: TemplateContent): Promise<readonly TemplateProblem[]>;
}

export interface TemplatesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** What is shipped of every kind. */
  readonly kinds: readonly KindTexts[];
  readonly mjml: Pick<MjmlService, 'compile'>;
  /** Tells all nodes, after a commit, that something else is published. It may be lost. */
  readonly publishedChanged: () => void;
}

const mostVersions = 100;

export function createTemplates({
  database,
  clock,
  kinds,
  mjml,
  publishedChanged,
}: TemplatesDependencies): Templates {
  const textsOf = textsByKind(kinds);
  const check = (slot: TemplateSlot, content: TemplateContent) =>
    checkTemplate(textsOf(slot.kind), slot, content, mjml);

  async function toDraft(tx: Tx, slot: TemplateSlot): Promise<TemplateDraft | null> {
    const row = await findWithStatus(tx, slot, 'draft');
    return row === undefined ? null : { ...toVersionDetail(row), revision: row.revision };
  }

  /** @returns its MJML as it goes out */
  async function requireFaultless(slot: TemplateSlot, content: TemplateContent) {
    const { problems, compiled } = await check(slot, content);
    if (problems.length > 0) throw invalidTemplate(problems);
    return compiled;
  }

  async function versionOf(tx: Tx, slot: TemplateSlot, version: number): Promise<TemplateVersionDetail> {
    const row = await findVersion(tx, slot, version);
    if (row === undefined) throw new ApplicationError('not_found');
    return toVersionDetail(row);
  }

  return {
    list: listSlots,

    samples: () =>
      kindNames.flatMap((kind) =>
        samplesOf(textsOf(kind)).map(({ name, reader, payload }) => ({
          kind,
          name,
          reader,
          payload: { ...payload },
        })),
      ),

    async read(tx, slot) {
      const published = await findWithStatus(tx, slot, 'published');
      const texts = textsOf(slot.kind);
      return {
        ...slot,
        shipped: slot.channel === 'inbox' ? texts.inbox[slot.locale] : wordsOf(texts.mail(slot.locale)),
        // One without the fields of its channel is said to nobody, and must not keep anybody from writing the next.
        published:
          published === undefined || toPublished(published) === undefined ? null : toVersionDetail(published),
        draft: await toDraft(tx, slot),
        versions: (await findVersions(tx, slot, mostVersions)).map(toVersion),
        variables: variablesOf(texts, slot.channel),
        filters: Object.entries(filterDescriptions).map(([name, description]) => ({ name, description })),
        sample: { ...sampleOf(texts) },
      };
    },

    readVersion: versionOf,

    async saveDraft(slot, author, { content, note, revision }) {
      requireFieldsOf(slot, content);
      const { compiled } = await check(slot, content);
      return database.transaction(async (tx) => {
        await lockTemplates(tx, false);
        const known = await findWithStatus(tx, slot, 'draft');
        if ((known?.revision ?? null) !== revision) throw new ApplicationError('template_changed');
        const at = clock.now();
        if (known === undefined) {
          const version = await nextVersion(tx, slot);
          await insertTemplate(tx, {
            ...slot,
            id: uuidv7(),
            version,
            status: 'draft',
            content,
            compiled,
            note,
            createdBy: author,
            at,
          });
        } else {
          await updateDraft(tx, known.id, { content, compiled, note, author, at });
        }
        const saved = await toDraft(tx, slot);
        if (saved === null) throw new Error('the draft that was just saved is gone');
        return saved;
      });
    },

    async discardDraft(tx, slot) {
      await lockTemplates(tx, false);
      const draft = await findWithStatus(tx, slot, 'draft');
      if (draft === undefined) throw new ApplicationError('not_found');
      await deleteDraft(tx, draft.id);
    },

    async publish(slot, revision) {
      const seen = await draftOf(database.query, slot, revision);
      const compiled = await requireFaultless(slot, contentOf(seen));
      return database.transaction(async (tx) => {
        await lockTemplates(tx, true);
        // Who has saved it meanwhile has raised its revision.
        const draft = await draftOf(tx, slot, revision);
        const at = clock.now();
        await retirePublished(tx, slot, at);
        await publishDraft(tx, draft.id, compiled, at);
        database.afterCommit(publishedChanged);
        return versionOf(tx, slot, draft.version);
      });
    },

    async restore(slot, author, version) {
      const older = await findVersion(database.query, slot, version);
      if (older === undefined || older.status === 'draft') throw new ApplicationError('not_found');
      // What names of a payload may have changed since it was written.
      const compiled = await requireFaultless(slot, contentOf(older));
      return database.transaction(async (tx) => {
        await lockTemplates(tx, true);
        const at = clock.now();
        await retirePublished(tx, slot, at);
        const next = await nextVersion(tx, slot);
        await insertTemplate(tx, {
          ...slot,
          id: uuidv7(),
          version: next,
          status: 'published',
          content: older.content,
          compiled,
          note: `Version ${version} again`,
          createdBy: author,
          at,
        });
        database.afterCommit(publishedChanged);
        return versionOf(tx, slot, next);
      });
    },

    async withdraw(tx, slot) {
      await lockTemplates(tx, true);
      if (!(await retirePublished(tx, slot, clock.now()))) throw new ApplicationError('not_found');
      database.afterCommit(publishedChanged);
    },

    check: async (slot, content) => (await check(slot, content)).problems,
  };
}

/** Every slot with what is published in it, and when it has changed. */
async function listSlots(tx: Tx) {
  const current = Map.groupBy(await findCurrent(tx), keyOf);
  return allSlots().map((slot) => {
    const own = current.get(keyOf(slot)) ?? [];
    const changes = own.map(({ updated_at }) => updated_at.getTime());
    return {
      ...slot,
      published_version: own.find(({ status }) => status === 'published')?.version ?? null,
      draft_version: own.find(({ status }) => status === 'draft')?.version ?? null,
      changed_at: changes.length === 0 ? null : new Date(Math.max(...changes)).toISOString(),
    };
  });
}

async function draftOf(tx: Tx, slot: TemplateSlot, revision: number): Promise<TemplateRow> {
  const draft = await findWithStatus(tx, slot, 'draft');
  if (draft === undefined) throw new ApplicationError('not_found');
  if (draft.revision !== revision) throw new ApplicationError('template_changed');
  return draft;
}

const keyOf = ({ kind, channel, locale }: TemplateSlot) => `${kind} ${channel} ${locale}`;

function allSlots(): TemplateSlot[] {
  return kindNames.flatMap((kind) =>
    templateChannels.flatMap((channel) => locales.map((locale) => ({ kind, channel, locale }))),
  );
}

function requireFieldsOf({ channel }: TemplateSlot, content: TemplateContent): void {
  if ('title' in content === (channel === 'inbox')) return;
  throw new ApplicationError('invalid_request', {
    fields: [{ path: 'content', message: `these are not the fields of ${channel}` }],
  });
}
