import { deserialize } from 'node:v8';
import type { SourceKind } from '@rolecall/contract';
import { type WorkerPool, type WorkerResult, workerFile } from '../../../platform/workers/index.ts';
import type { FeedContext, FeedRow, Posting } from './adapter.ts';
import type { FeedDocument, PackedFeed } from './feed.worker.ts';
import type { MarkedPosting } from './postings.ts';
import { unreadable } from './reading/values.ts';

const file = workerFile<typeof import('./feed.worker.ts')>(new URL('./feed.worker.ts', import.meta.url));
const limits = {
  // The largest feeds take a few seconds.
  deadlineMs: 60_000,
  maximumSize: 64 * 1_024 * 1_024,
  sizeOf: ({ bytes }: FeedDocument) => bytes.length,
};
const readTask = file.task('readFeed', { ...limits, name: 'sources.feed' });
const identifyTask = file.task('identifyFeed', { ...limits, name: 'sources.identify' });
const detailTask = file.task('readDetail', {
  deadlineMs: 10_000,
  maximumSize: 8 * 1_024 * 1_024,
  sizeOf: ({ bytes }) => bytes.length,
  name: 'sources.detail',
});
const keptSkips = 100;

/** Reads documents in threads. What a document does to its parser is `source_unreadable`. */
export interface Feeds {
  /** The bytes belong to the thread from then on. @throws {ApplicationError} `source_unreadable` */
  read(
    kind: SourceKind,
    document: FeedDocument,
    context: FeedContext,
    maximumRows: number,
  ): Promise<PackedFeed>;
  /** Completes a posting by a document of its own. @throws {ApplicationError} `source_unreadable` */
  readDetail(
    kind: SourceKind,
    document: FeedDocument,
    posting: Posting,
    context: FeedContext,
  ): Promise<FeedRow>;
  /** @throws {ApplicationError} `source_unreadable` */
  identify(
    kind: SourceKind,
    document: FeedDocument,
  ): Promise<{ readonly address: string; readonly name: string } | null>;
}

export function createFeeds(workers: WorkerPool): Feeds {
  return {
    async read(kind, document, context, maximumRows) {
      const request = { ...document, kind, context, maximumRows, keptSkips };
      const transfer = [document.bytes.buffer];
      return outputOf(await workers.run(readTask, request, { lane: 'background', transfer }));
    },
    async readDetail(kind, document, posting, context) {
      const request = { ...document, kind, context, posting };
      return outputOf(await workers.run(detailTask, request, { lane: 'background' })).row;
    },
    async identify(kind, document) {
      return outputOf(await workers.run(identifyTask, { ...document, kind })).board;
    },
  };
}

/** A document of a file. */
export const documentOf = (text: string): FeedDocument => ({
  bytes: new TextEncoder().encode(text),
  contentType: undefined,
});

export function unpack(batch: Uint8Array): readonly MarkedPosting[] {
  const postings: readonly MarkedPosting[] = deserialize(batch);
  return postings;
}

function outputOf<Output extends object>(
  result: WorkerResult<Output | { readonly unreadable: string }>,
): Output {
  if (result.status !== 'done') throw unreadable(`The document is too hard to read: ${result.detail}.`);
  if ('unreadable' in result.output) throw unreadable(result.output.unreadable);
  return result.output;
}
