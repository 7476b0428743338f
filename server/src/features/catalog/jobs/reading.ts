import type { JobFlag, JobInput, JobUpdate } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { FlaggablePosting } from '../flags/index.ts';
import type { Descriptions } from './description.ts';
import type { ReadFlags } from './flagging.ts';
import { selectJobs } from './jobs.store.ts';
import type { Description } from './plain-description.ts';

/**
 * All that a posting says beside its title, since whoever wants to deceive may say it anywhere: its text, and its department,
 * skills and places, each on a line of its own.
 */
export const wordsBesideTitle = (
  text: string,
  details: {
    readonly department: string | null;
    readonly skills: readonly string[];
    readonly places: readonly string[];
  },
): string => [text, details.department ?? '', ...details.skills, ...details.places].join('\n');

/** What a title and a text ask applicants for. */
export interface FlaggedWords extends FlaggablePosting {
  readonly flags: readonly JobFlag[];
}

/** Whether a change touches words outside of the description. */
export const changesWords = ({
  title,
  department,
  skills,
  places,
}: Omit<JobUpdate, 'description'>): boolean =>
  [title, department, skills, places].some((words) => words !== undefined);

/** What a recruiter writes, with its description rendered and its words looked at. */
export type ReadJob = Omit<JobInput, 'description'> & {
  readonly description: Description;
  readonly flags: readonly JobFlag[];
};
export type ReadUpdate = Omit<JobUpdate, 'description'> & {
  readonly description?: Description | undefined;
  /** All words of the job as the change leaves them, where it changes any. */
  readonly words?: FlaggedWords | undefined;
};

/** Reads what recruiters write, in threads; never within a transaction, which would wait for them. */
export interface JobReading {
  /** @throws {ApplicationError} `overloaded` */
  readInput(input: JobInput): Promise<ReadJob>;
  /** @throws {ApplicationError} `overloaded`, `not_found` */
  readUpdate(jobId: string, change: JobUpdate): Promise<ReadUpdate>;
}

export function createJobReading({
  database,
  descriptions,
  readFlags,
}: {
  readonly database: Database;
  readonly descriptions: Descriptions;
  readonly readFlags: ReadFlags;
}): JobReading {
  const render = async (content: string): Promise<Description> => {
    const { html, text } = await descriptions.readDescription({ format: 'unknown', content });
    return { html, text };
  };

  return {
    async readInput({ description: content, ...input }) {
      const description = await render(content);
      return {
        ...input,
        description,
        flags: await readFlags({ title: input.title, text: wordsBesideTitle(description.text, input) }),
      };
    },

    async readUpdate(jobId, { description: content, ...change }) {
      if (content === undefined && !changesWords(change)) return change;
      const [job] = await selectJobs(database.query, [jobId]);
      if (job === undefined) throw new ApplicationError('not_found');
      const description = content === undefined ? undefined : await render(content);
      const words = {
        title: change.title ?? job.title,
        text: wordsBesideTitle(description?.text ?? job.description_text, {
          department: change.department === undefined ? job.department : change.department,
          skills: change.skills ?? job.skills,
          places: change.places ?? job.places,
        }),
      };
      return { ...change, description, words: { ...words, flags: await readFlags(words) } };
    },
  };
}
