import { serialize } from 'node:v8';
import type { JobFlag, SourceKind } from '@rolecall/contract';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { moving } from '../../../platform/workers/moving.ts';
import { createFlagPosting, type FlaggablePosting, type FlagPosting } from '../flags/index.ts';
import { readStatedPay, type StatedPay } from '../pay/index.ts';
import { namesOfSkills, skillVocabulary } from '../skills/index.ts';
import type { FeedContext, FeedRow, Posting } from './adapter.ts';
import { adapters } from './adapters.ts';
import { collect, type MarkedPosting, type ReadFeed } from './postings.ts';
import { documentText, type FeedDocument } from './reading/document-text.ts';

export type { FeedDocument };

export interface FeedRequest extends FeedDocument {
  readonly kind: SourceKind;
  readonly context: FeedContext;
  readonly maximumRows: number;
  /** Skipped rows that are told of; the others are only counted. */
  readonly keptSkips: number;
}

/** A feed that was read; its postings wait in batches, each in bytes that are unpacked when its turn comes. */
export interface PackedFeed extends Omit<ReadFeed, 'postings'> {
  readonly skippedRows: number;
  readonly incomplete: string | null;
  /** Addresses of further documents. */
  readonly more: readonly string[];
  readonly batches: readonly Uint8Array<ArrayBuffer>[];
}

/** Why a document is not what its kind gives. */
interface Unreadable {
  readonly unreadable: string;
}

/** Addresses of further documents that one document may name. */
const mostMore = 5_000;
/** Postings that are written in one transaction. */
const batchSize = 200;
/** Of those that are completed by documents of their own, which take their time to come. */
const detailedBatchSize = 20;
/** Characters of a batch, so that unpacking one takes milliseconds. */
const batchLength = 1_000_000;

/** Reads a whole document. */
export function readFeed(request: FeedRequest): PackedFeed | Unreadable {
  return unlessUnreadable(() => {
    const document = documentText(request);
    const { rows, incomplete, more = [] } = adapters[request.kind].read(document, request.context);
    const { postings, skipped, ...feed } = collect(rows, request.maximumRows);
    const batches = Array.from(batchesOf(postings), pack);
    return moving(
      {
        ...feed,
        skipped: skipped.slice(0, request.keptSkips),
        skippedRows: skipped.length,
        incomplete:
          incomplete ?? (more.length > mostMore ? `A document names more than ${mostMore} others.` : null),
        more: more.slice(0, mostMore),
        batches,
      },
      batches.map(({ buffer }) => buffer),
    );
  });
}

/** Which source a document of a file belongs to, where the document tells. */
export function identifyFeed(request: FeedDocument & { readonly kind: SourceKind }) {
  return unlessUnreadable(() => ({ board: adapters[request.kind].identify(documentText(request)) }));
}

/** Completes a posting by a document of its own. */
export function readDetail(
  request: FeedDocument & {
    readonly kind: SourceKind;
    readonly context: FeedContext;
    readonly posting: Posting;
  },
): { readonly row: FeedRow } | Unreadable {
  return unlessUnreadable(() => {
    const { kind, posting, context } = request;
    return { row: adapters[kind].readDetail?.(documentText(request), posting, context) ?? { posting } };
  });
}

/** A posting that names more of them lists words for search engines. */
const mostSkills = 25;
let flagPosting: FlagPosting | undefined;

interface PostingWords extends FlaggablePosting {
  /** The country of its place, where its pay is to be read out of the text, since no field has it. */
  readonly payIn?: string | null;
}

/** What the words of a posting say: the skills that it names, what it pays, and what it asks applicants for. */
export function readWords({ title, text, payIn }: PostingWords): {
  skills: string[];
  flags: JobFlag[];
  pay: StatedPay | null;
} {
  flagPosting ??= createFlagPosting();
  return {
    skills: namesOfSkills(skillVocabulary(), [title, text], mostSkills),
    flags: flagPosting({ title, text }),
    pay: payIn === undefined ? null : (readStatedPay(text, payIn) ?? readStatedPay(title, payIn)),
  };
}

function* batchesOf(postings: readonly MarkedPosting[]): Generator<MarkedPosting[]> {
  let batch: MarkedPosting[] = [];
  let length = 0;
  for (const marked of postings) {
    batch.push(marked);
    length += marked.posting.description.content.length;
    const size = marked.detail === null ? batchSize : detailedBatchSize;
    if (batch.length < size && length < batchLength) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

/** In a buffer of its own, since only that can change hands. */
const pack = (batch: readonly MarkedPosting[]): Uint8Array<ArrayBuffer> => new Uint8Array(serialize(batch));

function unlessUnreadable<Result>(read: () => Result): Result | Unreadable {
  try {
    return read();
  } catch (error) {
    if (!isApplicationError(error, 'source_unreadable')) throw error;
    return { unreadable: error.message };
  }
}
