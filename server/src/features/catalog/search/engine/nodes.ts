/** How a word of a document answers a word of a search. */
export type MatchKind = 'word' | 'form' | 'beginning' | 'part' | 'typo' | 'synonym';

/** A word of the documents that answers a word of the search. */
export interface Variant {
  readonly term: number;
  /** 128: as good as the word itself. */
  readonly weight: number;
  readonly kind: MatchKind;
}

/** A word of the search with all that answers it; the best in a document counts. */
export interface WordNode {
  readonly kind: 'word';
  /** As it was typed. */
  readonly asked: string;
  readonly variants: readonly Variant[];
  /** Bits of the fields of which it has to stand in one; undefined: any. */
  readonly fields?: number;
}

/** Words one after another; each may stand in several forms. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly asked: string;
  readonly words: readonly (readonly number[])[];
  readonly weight: number;
  readonly match: MatchKind;
  /** Bits of the fields of which each word has to stand in one. */
  readonly fields: number;
}

/** All of them have to be there, or any. */
export interface GroupNode {
  readonly kind: 'all' | 'any';
  readonly nodes: readonly QueryNode[];
}

export type QueryNode = WordNode | PhraseNode | GroupNode;

export interface ParsedQuery {
  /** Null: every document. */
  readonly root: QueryNode | null;
  /** Whatever answers one of them is left out. */
  readonly excluded: readonly QueryNode[];
  /** The search with misspelt words put right; null: nothing was misspelt. */
  readonly correction: string | null;
}
