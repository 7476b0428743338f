import type { Endpoint, Role } from '@rolecall/contract';
import type { z } from 'zod';
import type { RequestContext, Route } from '../../platform/http/index.ts';

export interface TestViewer {
  readonly userId: string;
  readonly role: Role;
}

interface TestRequest {
  readonly viewer?: TestViewer;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
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
  const answer = await route.handle({
    params,
    query,
    body,
    viewer: viewer === undefined ? null : { ...viewer, sessionId: null },
    file: null,
    context,
  });
  return endpoint.response.parse(answer);
}

const context: RequestContext = {
  requestId: 'test',
  clientAddress: '127.0.0.1',
  userAgent: 'test',
  fromAllowedOrigin: true,
  cookies: {},
  idempotencyKey: null,
  setCookie() {},
  clearCookie() {},
};
