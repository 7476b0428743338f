import { z } from 'zod';
import type { Role } from '../constants.ts';
import type { ApiKeyScope } from './scopes.ts';

/**
 * Who may call an endpoint. `public`: anybody; `optional`: anybody, and who is signed in is known; `signed_in`: any
 * role; a list: these roles. Rights on a single thing ('my application') are the feature's own to check.
 */
export type OpenAccess = 'public' | 'optional';
export type GuardedAccess = 'signed_in' | readonly Role[];
export type Access = OpenAccess | GuardedAccess;

/** Any schema, what it takes and what it gives: for code that works with endpoints in general. */
export type AnySchema = z.ZodType;
export type InputOf<Schema extends AnySchema> = z.input<Schema>;
export type OutputOf<Schema extends AnySchema> = z.output<Schema>;

/** Schema of a part of the request or the answer that an endpoint does not have. */
export const nothing = z.undefined();

/** The parts that an endpoint has unless it says otherwise: spread it first. */
export const noInput = { params: nothing, query: nothing, body: nothing } as const;

/** A file, as an endpoint answers it. */
export const binarySchema = z.object({
  content: z.instanceof(Uint8Array),
  mediaType: z.string(),
  fileName: z.string(),
});
export type Binary = z.infer<typeof binarySchema>;

/** The content of a file that is written while it is sent. */
const isContent = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);

/** A file of any length: the server gives it piece by piece, and a client has it whole. */
export const streamedFileSchema = z.object({
  content: z.custom<Uint8Array | AsyncIterable<string>>(isContent),
  mediaType: z.string(),
  fileName: z.string(),
});
export type StreamedFile = z.infer<typeof streamedFileSchema>;

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Allowed extends Access = Access,
  Code extends string = string,
> {
  /** Name of the operation in OpenAPI and in logs. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with parameters in braces, as OpenAPI writes them; below `/v2/` are those of programs of the predecessors. */
  readonly path: `/api/v1/${string}` | `/v2/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Allowed;
  /** What an API key must be allowed to call it; left out: no key may. */
  readonly scope?: ApiKeyScope;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body is one file in the field `file` of multipart/form-data. */
  readonly upload?: true;
  /** `nothing`: 204 without a body; `binarySchema`, `streamedFileSchema`: a file; else JSON. */
  readonly response: Response;
  /** Status of success; 200 with a body and 204 without one unless said otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Errors beyond those that any endpoint can answer. */
  readonly errors?: readonly Code[];
  /**
   * `credentials`: endpoints that check a secret have a tight limit of their own. `none`: the endpoint bounds by itself
   * what it takes in.
   */
  readonly rateLimit?: 'credentials' | 'none';
  /** Takes an `Idempotency-Key`: the same call with the same key is done once, and answered the same again. */
  readonly idempotent?: true;
}

/** States an endpoint and keeps the types of its parts, so that server and client are typed by it. */
export const endpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  const Allowed extends Access,
  const Code extends string = never,
>(
  definition: Endpoint<Params, Query, Body, Response, Allowed, Code>,
): Endpoint<Params, Query, Body, Response, Allowed, Code> => definition;

/** An endpoint whose body is a file. */
export type UploadEndpoint<E extends Endpoint = Endpoint> = E & { readonly upload: true };

/** States an endpoint that takes a file, so that clients are made to give one. */
export const uploadEndpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Response extends z.ZodType,
  const Allowed extends Access,
  const Code extends string = never,
>(
  definition: UploadEndpoint<Endpoint<Params, Query, typeof nothing, Response, Allowed, Code>>,
): UploadEndpoint<Endpoint<Params, Query, typeof nothing, Response, Allowed, Code>> => definition;
