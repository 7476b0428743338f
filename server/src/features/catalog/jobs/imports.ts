import type { EmploymentType, JobFlag, Pay, PayReading, Seniority, Workplace } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type Companies, normalizeCompanyName } from '../companies/index.ts';
import type { JobEvents } from './events.ts';
import type { JobHolds } from './holds.ts';
import {
  closeJobsOfSource,
  countVanished,
  type ImportRow,
  type KnownPosting,
  mergeSearchIndexes,
  selectKnown,
  upsertImports,
} from './imports.store.ts';
import { toPayColumns } from './pay.ts';
import { type Description, storedText } from './plain-description.ts';
import { closeGone } from './staleness.store.ts';

/** A posting of a source, ready to be stored. */
export interface ImportedPosting {
  /** Names it within its source. */
  readonly externalId: string;
  readonly title: string;
  readonly companyName: string;
  readonly description: Description;
  readonly department: string | null;
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employmentType: EmploymentType | null;
  readonly seniority: Seniority | null;
  readonly skills: readonly string[];
  readonly pay: Pay | null;
  /** How it was read out of the text; nothing where the source states it, or nobody does. */
  readonly payReading?: PayReading | null;
  readonly applyUrl: string;
  /** Null when the source does not say; the moment of the first import stands for it then. */
  readonly publishedAt: Date | null;
  readonly deadlineAt: Date | null;
  /** When the source recorded this form; null where it does not say. */
  readonly revisedAt: Date | null;
  /** Hash of everything that the source gives. */
  readonly contentHash: string;
  /** What was found in its text. */
  readonly flags: readonly JobFlag[];
}

/** The part of a posting that decides whether it has to be written. */
export type PostingMark = Pick<ImportedPosting, 'externalId' | 'contentHash' | 'deadlineAt' | 'revisedAt'>;

/** What the sources do with jobs. */
export interface JobImports {
  /** The postings among these that are new or not as they are stored. */
  findOutdated(tx: Tx, sourceId: string, marks: readonly PostingMark[]): Promise<ReadonlySet<string>>;
  /**
   * Writes postings and tells of those that are open and were never matched to people, in the same transaction. A
   * posting that is stored already is left alone; one that changed or came back is not told a second time.
   */
  importPostings(
    tx: Tx,
    sourceId: string,
    postings: readonly ImportedPosting[],
  ): Promise<{ readonly added: number; readonly changed: number }>;
  /** Makes search as fast as it is without the last imports; for the end of a run. */
  finishImports(tx: Tx): Promise<void>;
  /** How many jobs of a source are open, and how many of these a feed with these postings has no more. */
  countVanished(
    tx: Tx,
    sourceId: string,
    present: readonly string[],
  ): Promise<{ readonly open: number; readonly vanished: number }>;
  /** Closes the open jobs of a source that a feed with these postings has no more; answers how many. */
  closeVanished(tx: Tx, sourceId: string, present: readonly string[]): Promise<number>;
  /** Closes jobs of sources whose pages are gone; answers which were open. A feed that still has one opens it in a week at the earliest. */
  closeGone(tx: Tx, jobIds: readonly string[]): Promise<readonly string[]>;
  /** Closes all open jobs of a source that is removed. */
  closeRemoved(tx: Tx, sourceId: string): Promise<number>;
}

export function createJobImports(dependencies: {
  readonly clock: Clock;
  readonly companies: Companies;
  readonly events: JobEvents;
  readonly holds: Pick<JobHolds, 'settle'>;
}): JobImports {
  const { clock, companies, events, holds } = dependencies;
  return {
    async findOutdated(tx, sourceId, marks) {
      const now = clock.now();
      const known = new Map(
        (
          await selectKnown(
            tx,
            sourceId,
            marks.map((mark) => mark.externalId),
            now,
          )
        ).map((row) => [row.external_id, row]),
      );
      return new Set(
        marks
          .filter((mark) => isOutdated(known.get(mark.externalId), mark, now))
          .map((mark) => mark.externalId),
      );
    },

    async importPostings(tx, sourceId, postings) {
      if (postings.length === 0) return { added: 0, changed: 0 };
      const now = clock.now();
      const byName = await companies.ensureSourceCompanies(
        tx,
        postings.map((posting) => posting.companyName),
      );
      const known = new Map(
        (
          await selectKnown(
            tx,
            sourceId,
            postings.map((posting) => posting.externalId),
            now,
          )
        ).map((row) => [row.external_id, row.id]),
      );
      const rows = postings.map((posting) => {
        const normalizedName = normalizeCompanyName(posting.companyName);
        const company = byName.get(normalizedName);
        if (company === undefined) throw new Error(`company ${normalizedName} was not stored`);
        return toRow(posting, known.get(posting.externalId) ?? uuidv7(), company.id, now);
      });
      const written = await upsertImports(tx, sourceId, rows, now);
      const hidden = new Set([...byName.values()].filter((one) => one.hidden).map(({ id }) => id));
      const companyOf = new Map(rows.map(({ id, company_id }) => [id, company_id]));
      const suspects = written.filter(
        ({ id, review, hold }) => review !== 'none' || hold !== 'none' || hidden.has(companyOf.get(id) ?? ''),
      );
      const suspectIds = suspects.map(({ id }) => id);
      const unheld = await holds.settle(tx, suspectIds);
      const withheld = new Set(suspectIds.filter((id) => !unheld.has(id)));
      const changed = written.flatMap((row) => (row.inserted ? [] : [row.id]));
      if (changed.length > 0) await events.reworded.emit(tx, changed);
      const flagged = suspects.filter(({ review }) => review === 'flagged');
      if (flagged.length > 0) await events.flagged.emit(tx, flagged);
      const unmatched = written.filter(
        (row) => row.status === 'open' && row.matched_at === null && !withheld.has(row.id),
      );
      if (unmatched.length > 0) {
        await events.published.emit(
          tx,
          unmatched.map((row) => row.id),
        );
      }
      if (changed.length > 0) await events.changed.emit(tx, changed);
      const added = written.length - changed.length;
      return { added, changed: changed.length };
    },

    finishImports: mergeSearchIndexes,

    countVanished,

    async closeVanished(tx, sourceId, present) {
      const closed = await closeJobsOfSource(tx, sourceId, present, 'vanished', clock.now());
      await events.changed.emit(tx, closed);
      return closed.length;
    },

    async closeGone(tx, jobIds) {
      const closed = await closeGone(tx, jobIds, clock.now());
      if (closed.length > 0) await events.changed.emit(tx, closed);
      return closed;
    },

    async closeRemoved(tx, sourceId) {
      const closed = await closeJobsOfSource(tx, sourceId, [], 'source_removed', clock.now());
      await events.changed.emit(tx, closed);
      return closed.length;
    },
  };
}

function isOutdated(known: KnownPosting | undefined, mark: PostingMark, now: Date): boolean {
  if (known === undefined) return true;
  const isOlder = known.revised_at !== null && mark.revisedAt !== null && mark.revisedAt < known.revised_at;
  if (isOlder) return false;
  const status = mark.deadlineAt !== null && mark.deadlineAt <= now ? 'closed' : 'open';
  if (known.content_hash !== mark.contentHash) return true;
  return known.status !== status && !known.stays_gone;
}

function toRow(posting: ImportedPosting, id: string, companyId: string, now: Date): ImportRow {
  const { publishedAt } = posting;
  return {
    id,
    external_id: posting.externalId,
    company_id: companyId,
    company_name: posting.companyName,
    title: posting.title,
    description_html: posting.description.html,
    description_text: storedText(posting.description.text),
    department: posting.department,
    places: posting.places,
    workplace: posting.workplace,
    employment_type: posting.employmentType,
    seniority: posting.seniority,
    skills: posting.skills,
    ...toPayColumns(posting.pay, posting.payReading ?? null),
    apply_url: posting.applyUrl,
    // A date in the future would keep it at the top of every list.
    published_at: publishedAt !== null && publishedAt > now ? now : publishedAt,
    deadline_at: posting.deadlineAt,
    revised_at: posting.revisedAt,
    content_hash: posting.contentHash,
    flags: posting.flags,
  };
}
