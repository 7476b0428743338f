import { createHash } from 'node:crypto';
import type { PostingMark } from '../jobs/index.ts';
import type { FeedRow, Posting } from './adapter.ts';

/**
 * Part of every hash: with another number all postings count as changed at the next run. Raise it when they are read
 * better than before.
 */
const readingVersion = 2;

const maximumPlaces = 20;

/** A posting with the hash of all that its source gives. */
export interface MarkedPosting extends PostingMark {
  /** Its row in the feed. */
  readonly row: number;
  readonly posting: Posting;
  /** Address of the document that completes it; null: it is complete. */
  readonly detail: string | null;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: Extract<FeedRow, { skip: unknown }>['skip'];
  readonly detail: string;
}

/** A whole feed, read. */
export interface ReadFeed {
  readonly rows: number;
  readonly postings: readonly MarkedPosting[];
  readonly skipped: readonly SkippedRow[];
  /** Ids of everything that the feed still has, also of rows that are of no use. */
  readonly present: readonly string[];
  /** Whether rows beyond `limit` were left unread. */
  readonly cut: boolean;
}

interface UsableRow {
  readonly row: number;
  posting: Posting;
  readonly detail: string | null;
  readonly linkIdentity: string;
}

/**
 * Reads the rows of a feed, at most `limit`. A posting that comes a second time, as some boards list it once per city,
 * is a skipped duplicate whose places go to the first one.
 */
export function collect(rows: Iterable<FeedRow>, limit: number): ReadFeed {
  const postings = new Map<string, UsableRow>();
  const skipped: SkippedRow[] = [];
  const present = new Set<string>();
  let row = 0;
  let cut = false;
  for (const result of rows) {
    if (row >= limit) {
      cut = true;
      break;
    }
    if ('skip' in result) {
      skipped.push({ row, reason: result.skip, detail: result.detail });
      if (result.externalId !== undefined) present.add(result.externalId);
    } else {
      const { posting } = result;
      const earlier = postings.get(posting.externalId);
      present.add(posting.externalId);
      if (earlier === undefined) {
        const { detail = null, linkIdentity = posting.applyUrl } = result;
        postings.set(posting.externalId, { row, posting, detail, linkIdentity });
      } else {
        earlier.posting = withPlacesOf(earlier.posting, posting);
        const detail = `it has the id of row ${earlier.row} (${posting.externalId}); its places were added there`;
        skipped.push({ row, reason: 'duplicate', detail });
      }
    }
    row += 1;
  }
  return {
    rows: row,
    postings: [...postings.values()].map(mark),
    skipped,
    present: [...present],
    cut,
  };
}

function withPlacesOf(posting: Posting, other: Posting): Posting {
  const known = new Set(posting.places.map((place) => place.toLowerCase()));
  const added = other.places.filter((place) => !known.has(place.toLowerCase()));
  return { ...posting, places: [...posting.places, ...added].slice(0, maximumPlaces) };
}

function mark({ row, posting, detail, linkIdentity }: UsableRow): MarkedPosting {
  const { externalId, deadlineAt, revisedAt, ...rest } = posting;
  // When a form was recorded says nothing about what is in it.
  const content = JSON.stringify([readingVersion, { ...rest, applyUrl: linkIdentity }, deadlineAt]);
  const contentHash = createHash('sha256').update(content).digest('base64url');
  return { externalId, deadlineAt, revisedAt, contentHash, row, posting, detail };
}
