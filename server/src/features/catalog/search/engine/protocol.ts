import type { SearchablePosting } from './document.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';
import type { SimilarJob } from './similar.ts';
import type { Suggestion, SuggestionKind } from './suggest.ts';

/** Which form of a posting there is; in milliseconds since 1970. */
export interface PostingRevision {
  readonly vacancy: string;
  readonly id: string;
  readonly updatedAt: number;
}

export interface IndexFigures {
  readonly documents: number;
  readonly words: number;
  readonly memoryBytes: number;
}

/** What the thread of the index is asked, with what it answers. */
export interface Operations {
  /** Reads the snapshot, if there is a whole one. */
  load: { input: { readonly path: string }; output: { readonly problem: string | null } };
  /** Writes one; answers its size in bytes. */
  save: { input: { readonly path: string }; output: number };
  /**
   * Compares vacancies with what the database has of them: all of their open postings. Answers those that are out of date; those
   * that have no postings are removed.
   */
  compare: {
    input: { readonly vacancies: readonly string[]; readonly revisions: readonly PostingRevision[] };
    output: string[];
  };
  /** All vacancies that the index has. */
  vacancies: { input: null; output: string[] };
  /** Puts vacancies, all of their postings; answers those that lost a posting to them. */
  put: {
    input: { readonly vacancies: readonly string[]; readonly postings: readonly SearchablePosting[] };
    output: string[];
  };
  /** Vacancies that the index has these postings in. */
  vacanciesOf: { input: readonly string[]; output: string[] };
  search: { input: SearchRequest; output: SearchAnswer };
  suggest: {
    input: { readonly typed: string; readonly kinds: readonly SuggestionKind[]; readonly limit: number };
    output: Suggestion[];
  };
  similar: { input: { readonly id: string; readonly limit: number }; output: SimilarJob[] };
  figures: { input: null; output: IndexFigures };
}

export type Operation = keyof Operations;
export type InputOf<Name extends Operation> = Operations[Name]['input'];
export type OutputOf<Name extends Operation> = Operations[Name]['output'];

/** How each operation is done. */
export type Handlers = { readonly [Name in Operation]: (input: InputOf<Name>) => OutputOf<Name> };

export interface IndexCall<Name extends Operation = Operation> {
  readonly call: number;
  readonly operation: Name;
  readonly input: InputOf<Name>;
}

export type IndexAnswer =
  | { readonly call: number; readonly output: unknown; readonly milliseconds: number }
  | { readonly call: number; readonly problem: string };
