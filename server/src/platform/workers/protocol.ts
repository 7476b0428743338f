/** What a thread is asked. */
export interface ThreadRequest {
  readonly file: string;
  readonly exported: string;
  readonly input: unknown;
}

/** What it answers: at the first call of a file that it has loaded it and begins, and then how the call ended. */
export type ThreadAnswer =
  | { readonly kind: 'begun' }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly detail: string };
