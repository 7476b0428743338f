import type { Analysis } from './analysis.ts';
import type { Entry } from './dictionary.ts';
import type { VocabularyLanguage } from './vocabulary.ts';
import type { Words } from './words.ts';

/** A spelling that stands in the text, by its first and last word. */
export interface Candidate {
  readonly entry: Entry;
  readonly first: number;
  readonly last: number;
  isMeant: boolean;
  isDenied: boolean;
}

/** A text with what is known of its words. */
export interface ReadText {
  readonly text: string;
  /** The language by which it is read. */
  readonly language: VocabularyLanguage;
  readonly words: Words;
  readonly analyses: readonly Analysis[];
}
