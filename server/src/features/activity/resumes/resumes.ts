import type {
  AcceptanceInput,
  Binary,
  Resume,
  ResumeAcceptance,
  ResumeReading,
  ResumeRefusal,
  ResumeSummary,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { UploadedFile, Viewer } from '../../../platform/http/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Profiles } from '../../identity/profiles/index.ts';
import { type ApplicationResumes, type CompanyMembers, wasResumeSent } from '../applications/index.ts';
import { createAcceptances } from './acceptances.ts';
import { exportAsDocx, exportAsJson } from './exporting.ts';
import { findingsOf } from './findings.ts';
import { proposalsOf } from './proposals.ts';
import { readFileIn } from './reading.ts';
import { cleanFileName, readResume } from './resume-files.ts';
import {
  deleteResume,
  hideResume,
  holdResume,
  insertResume,
  keepDefault,
  lockResume,
  lockResumesOf,
  type ResumeRow,
  selectReading,
  selectResumeFile,
  selectResumes,
  selectResumesById,
  setDefault,
} from './resumes.store.ts';
import { resumeSealing } from './sealed.ts';
import { decodeReading, encodeReading, type StoredReading } from './stored-reading.ts';

export interface ResumesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<CompanyMembers, 'companyOf'>;
  readonly workers: WorkerPool;
  readonly profiles: Pick<Profiles, 'read' | 'update'>;
  /** Files and what they say are sealed with a key of it. */
  readonly secret: InstanceSecret;
  /** Largest file, in bytes. */
  readonly uploadLimitBytes: number;
}

/** A file that is a résumé, under a clean name and the type of its content, and what it says. */
export interface ResumeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** Why it could not be read; null: it was. */
  readonly unread: ResumeRefusal | null;
  readonly reading: Uint8Array | null;
}

/** A scan is a résumé for people, and what one program cannot open another one may: such files are kept unread. */
const keptUnread: ReadonlySet<ResumeRefusal> = new Set(['no_text', 'damaged']);

/** The résumés of job seekers. To anybody who may not know of one it is `not_found`. */
export interface Resumes {
  /** A person's list of them has changed. */
  readonly changed: TransactionEvent<string>;
  /**
   * Reads a file in a process of its own; never within a transaction, which would wait for it.
   * @throws {ApplicationError} `unsupported_media_type`, `resume_refused`, `payload_too_large`, `overloaded`
   */
  readFile(file: UploadedFile): Promise<ResumeFile>;
  /** Keeps it. @throws {ApplicationError} `invalid_request` when the list is full */
  upload(tx: Tx, viewer: Viewer, file: ResumeFile): Promise<Resume>;
  /** The viewer's list, the newest first. */
  list(viewer: Viewer): Promise<Resume[]>;
  /** For its owner and for recruiters of a company that it was sent to. @throws {ApplicationError} `not_found` */
  download(viewer: Viewer, resumeId: string): Promise<Binary>;
  /** Applications that were sent with it keep it; else it is gone. @throws {ApplicationError} `not_found` */
  remove(tx: Tx, viewer: Viewer, resumeId: string): Promise<void>;
  /** What one of the viewer's list says, and proposes. @throws {ApplicationError} `not_found` */
  read(viewer: Viewer, resumeId: string): Promise<ResumeReading>;
  /** For its owner and for recruiters of a company that it was sent to. @throws {ApplicationError} `not_found` */
  summarize(viewer: Viewer, resumeId: string): Promise<ResumeSummary>;
  /** @throws {ApplicationError} `not_found` */
  makeDefault(tx: Tx, viewer: Viewer, resumeId: string): Promise<Resume>;
  /** @throws {ApplicationError} `not_found`, `invalid_request` for what the résumé does not propose */
  accept(tx: Tx, viewer: Viewer, resumeId: string, input: AcceptanceInput): Promise<ResumeAcceptance>;
  /** @throws {ApplicationError} `not_found`, `acceptance_outdated` */
  takeBack(tx: Tx, viewer: Viewer, acceptanceId: string): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `invalid_request` for one that could not be read */
  export(viewer: Viewer, resumeId: string, format: 'json' | 'docx'): Promise<Binary>;
}

export const maximumResumes = 20;

export function createResumes({
  database,
  clock,
  companies,
  workers,
  profiles,
  secret,
  uploadLimitBytes,
}: ResumesDependencies): Resumes {
  const changed = createTransactionEvent<string>();
  const sealing = resumeSealing(secret);
  const acceptances = createAcceptances({ clock, profiles });

  /** What was read, opened; null: nothing was. */
  function openReading(id: string, reading: Uint8Array | null): StoredReading | null {
    if (reading === null) return null;
    const opened = sealing.open(reading, id);
    if (opened === undefined) throw new ApplicationError('unavailable');
    return decodeReading(opened);
  }

  /** One of the viewer's list with what was read of it. */
  async function readOwn(tx: Tx, viewer: Viewer, resumeId: string) {
    const row = await selectReading(tx, resumeId);
    if (row === undefined || row.user_id !== viewer.userId || row.removed_at !== null) {
      throw new ApplicationError('not_found');
    }
    return { row, reading: openReading(resumeId, row.reading) };
  }

  async function mayRead(viewer: Viewer, resumeId: string, ownerId: string): Promise<boolean> {
    if (ownerId === viewer.userId) return true;
    const company =
      viewer.role === 'recruiter' ? await companies.companyOf(database.query, viewer.userId) : null;
    return company !== null && wasResumeSent(database.query, resumeId, company.id);
  }

  return {
    changed,

    async readFile(file) {
      if (file.content.byteLength > uploadLimitBytes) {
        throw new ApplicationError('payload_too_large', {
          detail: `A résumé may have ${uploadLimitBytes} bytes.`,
        });
      }
      const read = await readFileIn(workers, file.content);
      if (typeof read !== 'string') {
        return {
          fileName: cleanFileName(file.fileName, read.type),
          mediaType: read.type.mediaType,
          content: read.content ?? file.content,
          unread: null,
          reading: encodeReading(read),
        };
      }
      if (read === 'not_a_resume') {
        throw new ApplicationError('unsupported_media_type', {
          detail: 'A résumé is a PDF, DOCX, ODT, plain text or JSON Resume file.',
        });
      }
      const kept = keptUnread.has(read) ? recognized(file.content) : null;
      if (kept === null) throw new ApplicationError('resume_refused', { extensions: { reason: read } });
      return {
        fileName: cleanFileName(file.fileName, kept.type),
        mediaType: kept.type.mediaType,
        content: kept.content,
        unread: read,
        reading: null,
      };
    },

    async upload(tx, viewer, { fileName, mediaType, content, unread, reading }) {
      await lockResumesOf(tx, viewer.userId);
      const present = await selectResumes(tx, viewer.userId, maximumResumes);
      if (present.length >= maximumResumes) {
        throw new ApplicationError('invalid_request', {
          detail: `You have ${maximumResumes} résumés. Remove one first.`,
          fields: [{ path: 'file', message: `must be one of at most ${maximumResumes}` }],
        });
      }
      const row: ResumeRow = {
        id: uuidv7(),
        file_name: fileName,
        media_type: mediaType,
        size: content.byteLength,
        created_at: clock.now(),
        is_default: present.length === 0,
        unread,
      };
      await insertResume(tx, {
        ...row,
        user_id: viewer.userId,
        content: sealing.seal(content, row.id),
        reading: reading === null ? null : sealing.seal(reading, row.id),
        is_sealed: true,
        removed_at: null,
      });
      await changed.emit(tx, viewer.userId);
      return toResume(row);
    },

    async list(viewer) {
      return (await selectResumes(database.query, viewer.userId, maximumResumes)).map(toResume);
    },

    async download(viewer, resumeId) {
      const file = await selectResumeFile(database.query, resumeId);
      if (file === undefined || !(await mayRead(viewer, resumeId, file.user_id))) {
        throw new ApplicationError('not_found');
      }
      const content = file.is_sealed ? sealing.open(file.content, resumeId) : file.content;
      if (content === undefined) throw new ApplicationError('unavailable');
      return { fileName: file.file_name, mediaType: file.media_type, content: new Uint8Array(content) };
    },

    async remove(tx, viewer, resumeId) {
      if (!(await lockResume(tx, resumeId, viewer.userId))) throw new ApplicationError('not_found');
      // Asked only now that it is locked: an application that is just being sent has been waited for.
      if (await wasResumeSent(tx, resumeId)) await hideResume(tx, resumeId, clock.now());
      else await deleteResume(tx, resumeId);
      await keepDefault(tx, viewer.userId);
      await changed.emit(tx, viewer.userId);
    },

    async read(viewer, resumeId) {
      const { row, reading } = await readOwn(database.query, viewer, resumeId);
      const profile = await profiles.read(database.query, viewer.userId);
      return {
        resume: toResume(row),
        text: reading?.text ?? '',
        language: reading?.language ?? null,
        fields: reading?.resume ?? null,
        skills: reading?.skills ?? [],
        findings: reading === null ? [] : findingsOf(reading),
        proposals: reading === null ? [] : proposalsOf(reading, profile),
        acceptances: await acceptances.list(database.query, viewer, resumeId),
      };
    },

    async summarize(viewer, resumeId) {
      const row = await selectReading(database.query, resumeId);
      if (row === undefined || !(await mayRead(viewer, resumeId, row.user_id))) {
        throw new ApplicationError('not_found');
      }
      const reading = openReading(resumeId, row.reading);
      return {
        summary: reading?.resume.basics.summary ?? '',
        skills: reading?.skills ?? [],
        text: reading?.text ?? '',
      };
    },

    async makeDefault(tx, viewer, resumeId) {
      await lockResumesOf(tx, viewer.userId);
      if (!(await lockResume(tx, resumeId, viewer.userId))) throw new ApplicationError('not_found');
      await setDefault(tx, resumeId, viewer.userId);
      const { row } = await readOwn(tx, viewer, resumeId);
      return toResume(row);
    },

    async accept(tx, viewer, resumeId, input) {
      const { reading } = await readOwn(tx, viewer, resumeId);
      if (reading === null) throw unreadable();
      return acceptances.accept(tx, viewer, { resumeId, reading }, input);
    },

    takeBack: acceptances.takeBack,

    async export(viewer, resumeId, format) {
      const { reading } = await readOwn(database.query, viewer, resumeId);
      if (reading === null) throw unreadable();
      return format === 'json'
        ? exportAsJson(reading.resume)
        : exportAsDocx(reading.resume, reading.language);
    },
  };
}

const unreadable = () =>
  new ApplicationError('invalid_request', { detail: 'This résumé could not be read.' });

/** A file as it is kept where nothing of it could be read. */
function recognized(content: Uint8Array) {
  try {
    return readResume(content);
  } catch {
    return null;
  }
}

/** A résumé as lists and applications show it. */
function toResume(row: ResumeRow): Resume {
  return {
    id: row.id,
    file_name: row.file_name,
    media_type: row.media_type,
    size: row.size,
    created_at: row.created_at.toISOString(),
    is_default: row.is_default,
    unread: row.unread,
  };
}

/** What applications need of résumés. */
export const applicationResumes: ApplicationResumes = {
  holdResume,
  async findResumes(tx, ids) {
    const rows = await selectResumesById(tx, ids);
    return new Map(rows.map((row) => [row.id, toResume(row)]));
  },
};
