import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Role } from './identity.ts';

/**
 * Who may call an endpoint. `public`: anybody; `optional`: anybody, and who is signed in is known; `signed_in`: any
 * role; a list: these roles. Rights on a single thing ('my application') are the feature's own to check.
 */
export type Access = 'public' | 'optional' | 'signed_in' | readonly Role[];

export interface EndpointDefinition {
  /** Name of the operation in OpenAPI and in logs. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with parameters in braces, as OpenAPI writes them. */
  readonly path: `/api/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is one file in the field `file` of multipart/form-data. */
  readonly upload?: true;
  /** `empty`: 204 without a body; `binary`: a file. */
  readonly response: z.ZodType | 'empty' | 'binary';
  /** Status of success; 200 with a body and 204 without one unless said otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Errors beyond those that any endpoint can answer. */
  readonly errors?: readonly ErrorCode[];
  /** Endpoints that check a secret have a tight limit of their own. */
  readonly rateLimit?: 'credentials';
}

/** Keeps the literal types of a definition, so that server and client are typed by it. */
export const endpoint = <const Definition extends EndpointDefinition>(definition: Definition): Definition =>
  definition;

type Part<Definition, Name extends string, Direction extends 'input' | 'output'> = Definition extends {
  readonly [K in Name]: infer Schema;
}
  ? Schema extends z.ZodType
    ? Direction extends 'input'
      ? z.input<Schema>
      : z.output<Schema>
    : undefined
  : undefined;

/** What a caller gives. */
export type ParamsInput<D extends EndpointDefinition> = Part<D, 'params', 'input'>;
export type QueryInput<D extends EndpointDefinition> = Part<D, 'query', 'input'>;
export type BodyInput<D extends EndpointDefinition> = Part<D, 'body', 'input'>;

/** What the server's handler gets, after validation. */
export type ParamsOutput<D extends EndpointDefinition> = Part<D, 'params', 'output'>;
export type QueryOutput<D extends EndpointDefinition> = Part<D, 'query', 'output'>;
export type BodyOutput<D extends EndpointDefinition> = Part<D, 'body', 'output'>;

/** A file as it is answered by an endpoint with a `binary` response. */
export interface BinaryContent {
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

/** What the handler answers and the client gets. */
export type ResponseBody<D extends EndpointDefinition> = D['response'] extends z.ZodType
  ? z.output<D['response']>
  : D['response'] extends 'binary'
    ? BinaryContent
    : undefined;
