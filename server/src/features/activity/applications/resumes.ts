import type { Binary, Resume } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { UploadedFile, Viewer } from '../../../platform/http/index.ts';
import type { CompanyMembers } from './companies.ts';
import { cleanFileName, recognizeResume } from './resume-files.ts';
import {
  deleteResume,
  hideResume,
  insertResume,
  lockResume,
  lockResumesOf,
  type ResumeRow,
  selectResumeFile,
  selectResumes,
  wasSent,
} from './resumes.store.ts';

/** Hears of résumés, in the transaction of the change. */
export interface ResumeEvents {
  /** A person's list of them has changed. */
  resumesChanged(tx: Tx, userId: string): Promise<void>;
}

export interface ResumesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<CompanyMembers, 'companyOf'>;
  /** Largest file, in bytes. */
  readonly uploadLimitBytes: number;
  readonly events: ResumeEvents;
}

/** The résumés of job seekers. To anybody who may not know of one it is `not_found`. */
export interface Resumes {
  /**
   * Keeps a PDF, DOCX, ODT or text file.
   * @throws {ApplicationError} `unsupported_media_type`, `payload_too_large`; `invalid_request` when the list is full
   */
  upload(tx: Tx, viewer: Viewer, file: UploadedFile): Promise<Resume>;
  /** The viewer's list, the newest first. */
  list(viewer: Viewer): Promise<Resume[]>;
  /** For its owner and for recruiters of a company that it was sent to. @throws {ApplicationError} `not_found` */
  download(viewer: Viewer, resumeId: string): Promise<Binary>;
  /** Applications that were sent with it keep it; else it is gone. @throws {ApplicationError} `not_found` */
  remove(tx: Tx, viewer: Viewer, resumeId: string): Promise<void>;
}

export const maximumResumes = 20;

export function createResumes({
  database,
  clock,
  companies,
  uploadLimitBytes,
  events,
}: ResumesDependencies): Resumes {
  return {
    async upload(tx, viewer, file) {
      if (file.content.byteLength > uploadLimitBytes) {
        throw new ApplicationError('payload_too_large', {
          detail: `A résumé may have ${uploadLimitBytes} bytes.`,
        });
      }
      const type = recognizeResume(file.content);
      if (type === null) {
        throw new ApplicationError('unsupported_media_type', {
          detail: 'A résumé is a PDF, DOCX, ODT or plain text file.',
        });
      }
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
        file_name: cleanFileName(file.fileName, type),
        media_type: type.mediaType,
        size: file.content.byteLength,
        created_at: clock.now(),
      };
      await insertResume(tx, { ...row, user_id: viewer.userId, content: file.content, removed_at: null });
      await events.resumesChanged(tx, viewer.userId);
      return toResume(row);
    },

    async list(viewer) {
      return (await selectResumes(database.query, viewer.userId, maximumResumes)).map(toResume);
    },

    async download(viewer, resumeId) {
      const company =
        viewer.role === 'recruiter' ? await companies.companyOf(database.query, viewer.userId) : null;
      const reader = { userId: viewer.userId, companyId: company?.id ?? null };
      const file = await selectResumeFile(database.query, resumeId, reader);
      if (file === undefined) throw new ApplicationError('not_found');
      return { fileName: file.file_name, mediaType: file.media_type, content: new Uint8Array(file.content) };
    },

    async remove(tx, viewer, resumeId) {
      if (!(await lockResume(tx, resumeId, viewer.userId))) throw new ApplicationError('not_found');
      // Asked only now that it is locked: an application that is just being sent has been waited for.
      if (await wasSent(tx, resumeId)) await hideResume(tx, resumeId, clock.now());
      else await deleteResume(tx, resumeId);
      await events.resumesChanged(tx, viewer.userId);
    },
  };
}

/** A résumé as lists and applications show it. */
export function toResume(row: ResumeRow): Resume {
  return {
    id: row.id,
    file_name: row.file_name,
    media_type: row.media_type,
    size: row.size,
    created_at: row.created_at.toISOString(),
  };
}
