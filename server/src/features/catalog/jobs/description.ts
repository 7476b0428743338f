import type { Logger } from '../../../platform/observability/index.ts';
import { type CallOptions, type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import {
  type Description,
  maximumLength,
  plainDescription,
  type RawDescription,
} from './plain-description.ts';

const renderTask = workerFile<typeof import('./description.worker.ts')>(
  new URL('./description.worker.ts', import.meta.url),
).task('renderDescription', {
  name: 'jobs.description',
  // A hundred times what a real one takes.
  deadlineMs: 3_000,
  maximumSize: maximumLength,
  sizeOf: ({ content }) => content.length,
});

export interface ReadDescription extends Description {
  /** It was too hard for the parsers, which has taken its time. */
  readonly isPlain: boolean;
}

/** Reads descriptions in threads; never within a transaction, which would wait for them. */
export interface Descriptions {
  /**
   * A description as it is shown and searched. One that is too hard for the parsers is kept as plain text.
   * @throws {ApplicationError} `overloaded`
   */
  readDescription(raw: RawDescription, lane?: CallOptions['lane']): Promise<ReadDescription>;
}

export function createDescriptions({
  workers,
  logger,
}: {
  readonly workers: WorkerPool;
  readonly logger: Logger;
}): Descriptions {
  return {
    async readDescription({ format, content }, lane = 'request') {
      const raw = { format, content: content.slice(0, maximumLength) };
      const result = await workers.run(renderTask, raw, { lane });
      if (result.status === 'done') return { ...result.output, isPlain: false };
      const { status, detail } = result;
      logger.warn({ outcome: status, detail, length: content.length }, 'a description is kept as plain text');
      return { ...plainDescription(raw), isPlain: true };
    },
  };
}
