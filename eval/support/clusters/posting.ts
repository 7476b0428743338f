/** A posting of the set, in the shape that `rolecall eval clusters` reads. */
export interface SetPosting {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
  readonly postedAt?: string;
}

export type Draft = Omit<SetPosting, 'id'>;

/** A labelled pair; `hard` where company, title or text alone would mislead. */
export interface SetPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly hard: boolean;
  readonly kind: string;
  readonly half: 'tune' | 'held_out';
}

export interface Variation {
  readonly kind: string;
  readonly same: boolean;
  readonly hard: boolean;
  readonly draft: Draft;
}

/** Postings around one, with what each of them is to it. */
export interface Family {
  readonly name: string;
  readonly original: Draft;
  readonly variations: readonly Variation[];
  /** Other postings of the same employer, in no labelled pair. */
  readonly background?: readonly Draft[];
}
