import type { EmploymentType, Pay, Seniority, SkipReason, SourceKind, Workplace } from '@rolecall/contract';
import type { RawDescription } from '../jobs/index.ts';

/** A posting as a feed gives it, with its fields read but its description not yet sanitized. */
export interface Posting {
  readonly externalId: string;
  readonly title: string;
  readonly companyName: string;
  readonly description: RawDescription;
  readonly department: string | null;
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employmentType: EmploymentType | null;
  readonly seniority: Seniority | null;
  /** Skills that the feed lists by themselves. */
  readonly skills: readonly string[];
  /** Only what the employer states. */
  readonly pay: Pay | null;
  readonly applyUrl: string;
  readonly publishedAt: Date | null;
  readonly deadlineAt: Date | null;
  /** When the source recorded this form, where an older document may be read after a newer one. */
  readonly revisedAt: Date | null;
}

/** What became of one row of a feed. */
export type FeedRow =
  | {
      readonly posting: Posting;
      /** Address of the document that has the rest of it, which is fetched when the row is new or has changed. */
      readonly detail?: string;
      /** What stands for its link when forms are compared, where the same link is written in another way each time. */
      readonly linkIdentity?: string;
    }
  | {
      readonly skip: SkipReason;
      /** What is wrong, for the operator. */
      readonly detail: string;
      /** The row cannot be used, but it shows that this posting has not vanished. */
      readonly externalId?: string;
    };

export interface Feed {
  readonly rows: Iterable<FeedRow>;
  /** Why there must be more than these rows; nothing counts as vanished then. Null when nothing says so. */
  readonly incomplete: string | null;
  /** Addresses of further documents of the source, such as the next page; each is read as this one was. */
  readonly more?: readonly string[];
}

export interface FeedContext {
  /** Name of the source, which is the company on boards that do not name it. */
  readonly sourceName: string;
  /** Where the document came from. */
  readonly address: string;
  /** Whether it is the one that the source names, and not one that another document has named. */
  readonly isFirst: boolean;
}

/** One kind of source: where its documents are and what they mean. It does no input or output of its own. */
export interface Adapter {
  readonly kind: SourceKind;
  /** A snapshot has all open postings, so that others have vanished; an increment has only some. */
  readonly coverage: 'snapshot' | 'increment';
  /** Value of `Accept`. */
  readonly accept: string;
  /** Whether this can be the address of a source. */
  isAddress(address: string): boolean;
  /** What to fetch first; null for a kind that only reads files. */
  url(address: string): string | null;
  /** The address of a source in a link to it, to one of its jobs or to its feed; null for any other link. */
  recognize(link: URL): string | null;
  /** Whether the address is the name by which an employer has a board, which can be tried with the employer's name. */
  readonly isBoard: boolean;
  /**
   * Whether it reads pages that were made for people, so that their robots.txt is asked and they are fetched slowly.
   * Documented interfaces are made for programs.
   */
  readonly isSite: boolean;
  /** The address and the name of the source that a document of a file belongs to, where the document tells. */
  identify(document: string): { readonly address: string; readonly name: string } | null;
  /**
   * Reads a document. A row that cannot be used is a skip with its reason, never an error.
   *
   * @throws {ApplicationError} `source_unreadable` when the document as a whole is not of this kind
   */
  read(document: string, context: FeedContext): Feed;
  /** Completes a posting by the document that its row names as `detail`; a kind whose rows name none has no such thing. */
  readDetail?(document: string, posting: Posting, context: FeedContext): FeedRow;
}
