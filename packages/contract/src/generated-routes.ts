import { api, type ClientApi } from './api.ts';
import { binarySchema, type Endpoint, nothing, streamedFileSchema } from './core/endpoint.ts';
import type { Route } from './core/route.ts';
import { errorCodes } from './errors.ts';
import { sessionSchema } from './features/accounts/schemas.ts';

const { predecessors: _, ...clientApi } = api satisfies ClientApi;

/**
 * The text of `routes.ts`: what a client needs to call endpoints and to know errors, without the schemas and without the
 * library behind them. `npm run docs` writes it, and a test holds it against the contract.
 */
export const renderRoutes = (): string =>
  [
    '// Made of the contract by `npm run docs`.',
    "import type { ClientApi } from './api.ts';",
    "import type { RoutesOf } from './core/route.ts';",
    "import type { ErrorCode } from './errors.ts';",
    '',
    "export type { Route, RoutesOf } from './core/route.ts';",
    '',
    '/** How each endpoint is called. */',
    'export const routes = {',
    ...Object.entries<Readonly<Record<string, Endpoint>>>(clientApi).flatMap(([group, endpoints]) => [
      `  ${group}: {`,
      ...Object.entries(endpoints).map(([name, endpoint]) => `    ${name}: ${written(routeOf(endpoint))},`),
      '  },',
    ]),
    '} as const satisfies RoutesOf<ClientApi>;',
    '',
    '/** The code of each error. */',
    'export const knownErrors: Readonly<Record<ErrorCode, true>> = {',
    ...Object.keys(errorCodes).map((code) => `  ${code}: true,`),
    '};',
    '',
  ].join('\n');

const written = (route: Route): string =>
  `{ ${Object.entries(route)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : value}`)
    .join(', ')} }`;

function routeOf({ id, method, path, access, idempotent, body, response }: Endpoint): Route {
  const answer = answerOf(response);
  return {
    ...{ id, method, path },
    ...(access === 'public' ? { isPublic: true } : {}),
    ...(idempotent ? { isIdempotent: true } : {}),
    ...(body.safeParse(undefined).success ? {} : { hasBody: true }),
    ...(answer === undefined ? {} : { answer }),
  };
}

function answerOf(response: Endpoint['response']): Route['answer'] {
  if (response === nothing) return 'nothing';
  if (response === binarySchema || response === streamedFileSchema) return 'file';
  return response === sessionSchema ? 'session' : undefined;
}
