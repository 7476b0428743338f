import type { Endpoint, Role } from '@rolecall/contract';
import type { z } from 'zod';
import type { RequestContext, Route } from '../../platform/http/index.ts';

export interface TestViewer {
  readonly userId: string;
  readonly role: Role;
  /** None: an API key calls. */
  readonly sessionId?: string | null;
}

interface TestRequest {
  readonly viewer?: TestViewer;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  /** What differs from a browser that has no cookies. */
  readonly context?: Partial<RequestContext>;
}

/** Calls the route of an endpoint as the edge does after it has checked the access, and validates the answer. */
export async function callRoute<Response extends z.ZodType>(
  endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, Response>,
  request: TestRequest,
  routes: readonly Route[] = [],
): Promise<z.output<Response>> {
  const route = routes.find((one) => one.endpoint.id === endpoint.id);
  if (route === undefined) throw new Error(`there is no route for ${endpoint.id}`);
  const { viewer, params, query, body } = request;
  const context = { ...plainContext, ...request.context };
  const answer = await route.handle({
    params,
    query,
    body,
    viewer: viewer === undefined ? null : { sessionId: null, ...viewer },
    file: null,
    context,
  });
  return endpoint.response.parse(answer);
}

const plainContext: RequestContext = {
  requestId: 'test',
  clientAddress: '127.0.0.1',
  userAgent: 'test',
  fromAllowedOrigin: true,
  cookies: {},
  idempotencyKey: null,
  setCookie() {},
  clearCookie() {},
};
