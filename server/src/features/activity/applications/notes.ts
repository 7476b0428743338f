import { ApplicationError } from '../../../platform/errors/index.ts';
import type { ReadFlags } from '../../catalog/jobs/index.ts';

/**
 * Refuses what recruiters write to applicants where it asks for what no employer asks for, by the rules for postings; never
 * within a transaction, which would wait for it. Nothing of the step is taken, so the recruiter can say it in other words.
 *
 * @throws {ApplicationError} `note_refused` (with `reasons`), `overloaded`
 */
export type CheckNotes = (...texts: readonly (string | undefined)[]) => Promise<void>;

export function createCheckNotes(readFlags: ReadFlags): CheckNotes {
  return async (...texts) => {
    const text = texts.filter((part) => part !== undefined && part.trim() !== '').join('\n');
    if (text === '') return;
    const flags = await readFlags({ title: '', text });
    if (flags.length === 0) return;
    throw new ApplicationError('note_refused', { extensions: { reasons: flags.map(({ code }) => code) } });
  };
}
