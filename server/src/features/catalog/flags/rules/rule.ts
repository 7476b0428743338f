import type { JobFlagCode } from '@rolecall/contract';
import type { Concept } from '../concepts.ts';

/** What a text has to say within so many sentences in a row to count for a reason. */
export interface Rule {
  readonly code: JobFlagCode;
  readonly points: number;
  /** Of each group one concept has to be there. */
  readonly all: readonly (readonly Concept[])[];
  readonly within: number;
  /** Concepts that must not be there. */
  readonly unless: readonly Concept[];
  /** Concepts that must not be there, nor in the sentences beside. */
  readonly unlessNear?: readonly Concept[];
  /** Concepts one of which has to be anywhere in the posting. */
  readonly anywhere?: readonly Concept[];
  /** Concepts none of which may be anywhere in the posting. */
  readonly nowhere?: readonly Concept[];
}

/** A reason of so many points flags a posting alone. */
export const strong = 3;
export const weak = 2;
export const slight = 1;
/** Several weaker reasons together flag a posting with so many points. */
export const enoughTogether = 5;

export const sentence = 1;
export const twoSentences = 2;
export const threeSentences = 3;
export const sixSentences = 6;

/** Whoever warns of a fraud is not taken for one, unless a rule says otherwise. */
export const rule = (
  code: JobFlagCode,
  points: number,
  within: number,
  all: Rule['all'],
  limits: Partial<Pick<Rule, 'unless' | 'unlessNear' | 'anywhere' | 'nowhere'>> = {},
): Rule => ({ code, points, within, all, unless: ['warn'], ...limits });
