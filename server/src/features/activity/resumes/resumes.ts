import type { Binary, Resume } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { UploadedFile, Viewer } from '../../../platform/http/index.ts';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import { type ApplicationResumes, type CompanyMembers, wasResumeSent } from '../applications/index.ts';
import { cleanFileName } from './resume-files.ts';
import {
  deleteResume,
  hideResume,
  holdResume,
  insertResume,
  lockResume,
  lockResumesOf,
  type ResumeRow,
  selectResumeFile,
  selectResumes,
  selectResumesById,
} from './resumes.store.ts';

export interface ResumesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<CompanyMembers, 'companyOf'>;
  readonly workers: WorkerPool;
  /** Largest file, in bytes. */
  readonly uploadLimitBytes: number;
}

/** A file that is a résumé, under a clean name and the type of its content. */
export interface ResumeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

const recognizeTask = workerFile<typeof import('./resume.worker.ts')>(
  new URL('./resume.worker.ts', import.meta.url),
).task('recognizeResume', {
  name: 'resumes.file',
  deadlineMs: 5_000,
  // The limit of uploads is narrower.
  maximumSize: 104_857_600,
  sizeOf: (file) => file.byteLength,
});

/** The résumés of job seekers. To anybody who may not know of one it is `not_found`. */
export interface Resumes {
  /** A person's list of them has changed. */
  readonly changed: TransactionEvent<string>;
  /**
   * Recognizes a PDF, DOCX, ODT or text file in a thread; never within a transaction, which would wait for it.
   * @throws {ApplicationError} `unsupported_media_type`, `payload_too_large`, `overloaded`
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
}

export const maximumResumes = 20;

export function createResumes({
  database,
  clock,
  companies,
  workers,
  uploadLimitBytes,
}: ResumesDependencies): Resumes {
  const changed = createTransactionEvent<string>();

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
      const read = await workers.run(recognizeTask, file.content);
      // One that is too hard to recognize is none that any program opens.
      if (read.status !== 'done' || read.output === null) {
        throw new ApplicationError('unsupported_media_type', {
          detail: 'A résumé is a PDF, DOCX, ODT or plain text file.',
        });
      }
      const { type, content } = read.output;
      return {
        fileName: cleanFileName(file.fileName, type),
        mediaType: type.mediaType,
        content: content ?? file.content,
      };
    },

    async upload(tx, viewer, { fileName, mediaType, content }) {
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
      };
      await insertResume(tx, { ...row, user_id: viewer.userId, content, removed_at: null });
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
      return { fileName: file.file_name, mediaType: file.media_type, content: new Uint8Array(file.content) };
    },

    async remove(tx, viewer, resumeId) {
      if (!(await lockResume(tx, resumeId, viewer.userId))) throw new ApplicationError('not_found');
      // Asked only now that it is locked: an application that is just being sent has been waited for.
      if (await wasResumeSent(tx, resumeId)) await hideResume(tx, resumeId, clock.now());
      else await deleteResume(tx, resumeId);
      await changed.emit(tx, viewer.userId);
    },
  };
}

/** A résumé as lists and applications show it. */
function toResume(row: ResumeRow): Resume {
  return {
    id: row.id,
    file_name: row.file_name,
    media_type: row.media_type,
    size: row.size,
    created_at: row.created_at.toISOString(),
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
