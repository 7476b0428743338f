import type { CompiledBody } from './compile.ts';
import type { MjmlProblem } from './structure.ts';

/** A compiled body, as it is kept with its source. */
export interface CompiledMjml extends CompiledBody {
  /** Name and version of what has compiled it. */
  readonly compiler: string;
}

export interface MjmlRequest {
  readonly id: number;
  readonly source: string;
}

export type MjmlResponse =
  | { readonly id: number; readonly compiled: CompiledMjml }
  | { readonly id: number; readonly problems: readonly MjmlProblem[] };
