import type { Locale } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';

/** Why somebody has been told nothing about a subject, as the feature that it belongs to finds out. */
export interface FoundAbsence {
  /** Stable. */
  readonly code: string;
  /** In the language of the reader. */
  readonly text: string;
  readonly score: number | null;
  readonly minimum: number | null;
  /** The page of the web app where what decided can be changed. */
  readonly path: string | null;
  /** The dedupe key of a notification that told of the same thing by another name; null: none can have. */
  readonly toldUnder: string | null;
}

/** Where messaging learns why nothing was raised; the catalogue provides it. */
export interface Absences {
  /** Null: nobody knows the subject, or nothing is ever told about it. */
  explain(
    tx: Tx,
    viewer: Viewer,
    subject: string,
    reader: { readonly locale: Locale; readonly timeZone: string },
  ): Promise<FoundAbsence | null>;
}
