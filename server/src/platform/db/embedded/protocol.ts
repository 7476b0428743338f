import type { WireValue } from '../values.ts';

/** What the worker is started with. */
export interface WorkerOptions {
  /** Where PGlite keeps its files; absent for a database in memory. */
  readonly folder: string | undefined;
  /** A dumped database to start from, in place of an empty one. */
  readonly snapshot: Uint8Array | undefined;
}

/** Asked of the worker; answered with the same id. */
export type Request =
  | {
      readonly id: number;
      readonly kind: 'run';
      readonly text: string;
      readonly parameters: readonly WireValue[];
    }
  | { readonly id: number; readonly kind: 'dump' }
  | { readonly id: number; readonly kind: 'close' };

export interface WireResult {
  readonly columns: readonly { readonly name: string; readonly type: number }[];
  /** Text form, except `bytea`, which is decoded over there to keep the work off the main thread. */
  readonly rows: readonly (readonly WireValue[])[];
  readonly command: string;
  readonly rowCount: number;
}

/** The fields of PostgreSQL's error response that code looks at. */
export interface WireError {
  readonly message: string;
  /** False for a fault of the worker rather than an answer of the database. */
  readonly fromDatabase: boolean;
  readonly code: string | undefined;
  readonly severity: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly position: string | undefined;
  readonly where: string | undefined;
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly constraint: string | undefined;
}

export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly reason: string }
  | { readonly kind: 'result'; readonly id: number; readonly results: readonly WireResult[] }
  | { readonly kind: 'dumped'; readonly id: number; readonly snapshot: Uint8Array }
  | { readonly kind: 'closed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: WireError };
