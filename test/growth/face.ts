/** Something that reads words from outside. */
export interface Face {
  readonly name: string;
  /** Takes any text; a promise is awaited. */
  read(text: string): unknown;
  /** Pieces of the language that it understands, for hostile texts of its own. */
  readonly own?: readonly string[];
  /** What it says to a text that it does not take; anything else that it throws is a fault. */
  readonly refuses?: (error: unknown) => boolean;
  /** It works in a thread with a deadline. */
  readonly inThread?: boolean;
}

/** A table of faces that read texts of one area. */
export const face = (
  name: string,
  read: Face['read'],
  own: readonly string[] = [],
  refuses: (error: unknown) => boolean = () => false,
): Face => ({ name, read, own, refuses });
