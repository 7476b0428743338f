import { z } from 'zod';
import { api } from './api.ts';
import {
  type Access,
  type Endpoint as AnyEndpoint,
  type AnySchema,
  binarySchema,
  nothing,
  streamedFileSchema,
} from './core/endpoint.ts';
import { problemSchema } from './core/primitives.ts';
import { type ErrorCode, errorCodes } from './errors.ts';
import { notificationStreamPath, notificationStreamQuerySchema } from './realtime/stream.ts';

/** An endpoint that names no error but those of the table: an unknown code is a type error in `allEndpoints`. */
type Endpoint = AnyEndpoint<AnySchema, AnySchema, AnySchema, AnySchema, Access, ErrorCode>;

type JsonObject = { readonly [name: string]: unknown };

/** Errors that any endpoint can answer; `unauthenticated` and `forbidden` are added by its access. */
const commonErrors: readonly ErrorCode[] = ['rate_limited', 'internal_error', 'unavailable'];

/** The endpoints of the interface in the order of the table. */
export function allEndpoints(): readonly Endpoint[] {
  return Object.values(api).flatMap((group): readonly Endpoint[] => Object.values(group));
}

/** The interface as an OpenAPI 3.1 document, made from the endpoint table. */
export function openApiDocument(version: string): JsonObject {
  const paths = new Map<string, JsonObject>();
  for (const endpoint of allEndpoints()) {
    paths.set(endpoint.path, {
      ...paths.get(endpoint.path),
      [endpoint.method.toLowerCase()]: operation(endpoint),
    });
  }
  paths.set(notificationStreamPath, { get: streamOperation() });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rolecall',
      version,
      description:
        'Instants are ISO 8601 in UTC. Lists are keyset pages: give `next_cursor` as `cursor` for the next page. ' +
        'Every error is a problem object of RFC 9457 with a stable `code`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(allEndpoints().map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of 15 minutes, or an API key.',
        },
      },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}

const idempotencyKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names this request for 24 hours. The same call again does nothing and gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function operation(endpoint: Endpoint): JsonObject {
  const description = [endpoint.description, accessSentence(endpoint), scopeSentence(endpoint)]
    .filter(Boolean)
    .join('\n\n');
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.idempotent ? [idempotencyKey] : []),
  ];
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(description === '' ? {} : { description }),
    security: securityOf(endpoint),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint),
    responses: responsesOf(endpoint),
  };
}

/** The one operation that is no endpoint of the table, since its answer never ends. */
function streamOperation(): JsonObject {
  const lastEventId: JsonObject = {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'The id of the last event, `<epoch>:<seq>`: everything after it comes first.',
    schema: { type: 'string', maxLength: 128 },
  };
  return {
    operationId: 'streamNotifications',
    tags: ['Notifications'],
    summary: 'The messages of the socket as server-sent events',
    description:
      'For clients that a WebSocket does not reach. Each event has one message as JSON, an event that moves the cursor ' +
      'has an `id`, and the event `close` tells why the stream ends (see docs/realtime.md). Instead of a bearer, `token`, ' +
      '`ticket` or the session cookie will do.',
    security: [{ bearer: [] }, {}],
    parameters: [lastEventId, ...parametersOf(notificationStreamQuerySchema, 'query')],
    responses: {
      200: { description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      ...problems(['invalid_request', 'unknown_notification_type', 'unauthenticated', ...commonErrors]),
    },
  };
}

function accessSentence({ access }: Endpoint): string {
  if (typeof access === 'string') return '';
  return `For these roles: ${access.join(', ')}.`;
}

function scopeSentence({ access, scope }: Endpoint): string {
  if (access === 'public') return '';
  return scope === undefined ? 'Closed to API keys.' : `API keys need the scope \`${scope}\`.`;
}

function securityOf({ access }: Endpoint): readonly JsonObject[] {
  if (access === 'public') return [];
  return access === 'optional' ? [{}, { bearer: [] }] : [{ bearer: [] }];
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): readonly JsonObject[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const { properties, required } = objectSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function requestBody(endpoint: Endpoint): JsonObject {
  if (endpoint.upload) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' };
    const schema = { type: 'object', properties: { file }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (endpoint.body === nothing) return {};
  const schema = jsonSchema(endpoint.body, 'input');
  const required = !endpoint.body.safeParse(undefined).success;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

function responsesOf(endpoint: Endpoint): JsonObject {
  const status = endpoint.status ?? (endpoint.response === nothing ? 204 : 200);
  return { [status]: success(endpoint), ...failures(endpoint) };
}

function success({ response, summary }: Endpoint): JsonObject {
  if (response === nothing) return { description: 'Done' };
  if (response === binarySchema || response === streamedFileSchema) {
    return { description: 'The file', content: { 'application/octet-stream': { schema: {} } } };
  }
  return {
    description: summary,
    content: { 'application/json': { schema: jsonSchema(response, 'output') } },
  };
}

function failures(endpoint: Endpoint): JsonObject {
  const codes = new Set<ErrorCode>([...(endpoint.errors ?? []), ...commonErrors]);
  if ([endpoint.params, endpoint.query, endpoint.body].some((part) => part !== nothing))
    codes.add('invalid_request');
  if (endpoint.access !== 'public') codes.add('unauthenticated');
  if (endpoint.access !== 'public') codes.add('forbidden');
  return problems(codes);
}

function problems(codes: Iterable<ErrorCode>): JsonObject {
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${errorCodes[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, direction: 'input' | 'output'): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' });
  return rest;
}

function objectSchema(schema: z.ZodType, direction: 'input' | 'output') {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: direction,
    unrepresentable: 'any',
  });
  return { properties, required };
}
