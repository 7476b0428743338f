import type { Endpoint } from './endpoint.ts';

/** How an endpoint is called, without the schemas of what it takes and answers. */
export interface Route {
  readonly id: string;
  readonly method: Endpoint['method'];
  readonly path: string;
  /** Nobody needs to be signed in, and nobody is known if they are. */
  readonly isPublic?: true;
  /** Takes an `Idempotency-Key`. */
  readonly isIdempotent?: true;
  /** It must be sent a body, if only an empty object. */
  readonly hasBody?: true;
  /** JSON when left out. `session`: JSON, by which somebody is signed in. */
  readonly answer?: 'nothing' | 'file' | 'session';
}

/** A route for each endpoint of each group. */
export type RoutesOf<Groups> = {
  readonly [Group in keyof Groups]: { readonly [Name in keyof Groups[Group]]: Route };
};
