import type { Access, ApiKeyScope, Endpoint, GuardedAccess, OpenAccess, Role } from '@rolecall/contract';
import type { z } from 'zod';

/** Who calls: verified before a handler sees it. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
  /** Session of an access token; null for an API key. */
  readonly sessionId: string | null;
  /** Set when a program calls with an API key: what the key may do. */
  readonly apiKey?: { readonly id: string; readonly scopes: ReadonlySet<ApiKeyScope> };
}

/** A file of a multipart request, as it came; its type is still only a claim. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** What the edge knows of a request beyond its validated parts. */
export interface RequestContext {
  readonly requestId: string;
  /** Address of the caller, behind the trusted proxies. */
  readonly clientAddress: string;
  readonly userAgent: string;
  /** Whether the request comes from this instance's own or an allowed origin; false where no Origin is given. */
  readonly fromAllowedOrigin: boolean;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The `Idempotency-Key` of an endpoint that takes one; null where none is given. */
  readonly idempotencyKey: string | null;
  /** Sets an HttpOnly, SameSite=Lax cookie of this origin (Secure where the public URL is https). */
  setCookie(name: string, value: string, options: { readonly path: string; readonly expires: Date }): void;
  clearCookie(name: string, options: { readonly path: string }): void;
}

export interface RouteRequest<Params, Query, Body, Caller> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly viewer: Caller;
  /** The file of an endpoint with `upload`. */
  readonly file: UploadedFile | null;
  readonly context: RequestContext;
}

/** A request as the edge has it, before the route's schemas have seen it. */
export interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly viewer: Viewer | null;
  readonly file: UploadedFile | null;
  readonly context: RequestContext;
}

/** An endpoint with its implementation. The edge mounts it and checks `endpoint.access` before `handle`. */
export interface Route {
  readonly endpoint: Endpoint;
  /** Validates the parts and answers. Throws `ZodError` for bad input, `ApplicationError` for all that can go wrong. */
  handle(request: RawRequest): Promise<unknown>;
}

/** What a handler gives: the answer, or nothing where the endpoint answers nothing. */
type Answer<Response extends z.ZodType> =
  | Promise<z.input<Response>>
  | (undefined extends z.input<Response> ? Promise<void> : never);

/** Implements an endpoint that asks for a sign-in; the handler always has a viewer. */
export function route<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Allowed extends GuardedAccess,
>(
  endpoint: Endpoint<Params, Query, Body, Response, Allowed>,
  handler: (
    request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>, Viewer>,
  ) => Answer<Response>,
): Route {
  return {
    endpoint,
    handle: ({ viewer, ...request }) => {
      if (viewer === null || !allows(endpoint, viewer)) {
        throw new Error(`${endpoint.id} was reached without the access that it asks for`);
      }
      return handler({ ...request, ...validated(endpoint, request), viewer });
    },
  };
}

/** Implements an endpoint that anybody may call; the viewer is known where somebody is signed in. */
export function openRoute<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Allowed extends OpenAccess,
>(
  endpoint: Endpoint<Params, Query, Body, Response, Allowed>,
  handler: (
    request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>, Viewer | null>,
  ) => Answer<Response>,
): Route {
  return {
    endpoint,
    handle: (request) => handler({ ...request, ...validated(endpoint, request) }),
  };
}

/**
 * Whether somebody may call an endpoint: their role, and where a program calls, its key. What names no scope is closed to
 * keys.
 */
export function allows(
  { access, scope }: { readonly access: Access; readonly scope?: ApiKeyScope },
  viewer: Viewer | null,
): boolean {
  if (viewer?.apiKey !== undefined && (scope === undefined || !viewer.apiKey.scopes.has(scope))) return false;
  if (access === 'public' || access === 'optional') return true;
  if (viewer === null) return false;
  return access === 'signed_in' || access.includes(viewer.role);
}

function validated<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  endpoint: Endpoint<Params, Query, Body>,
  request: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
): { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> } {
  return {
    params: endpoint.params.parse(request.params),
    query: endpoint.query.parse(request.query),
    body: endpoint.body.parse(request.body),
  };
}
