import { readFileSync } from 'node:fs';
import type { Access, ApiKeyScope } from '@rolecall/contract';
import { allEndpoints } from '@rolecall/contract/openapi';
import { z } from 'zod';

/** As much of JSON Schema as the document uses. */
export interface JsonSchema {
  readonly type?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly default?: unknown;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

const methodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** An operation of the OpenAPI document, with who may call it. */
export interface Operation {
  readonly id: string;
  readonly method: z.infer<typeof methodSchema>;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body; undefined where none is taken. */
  readonly body: JsonSchema | undefined;
  readonly isUpload: boolean;
  readonly access: Access;
  readonly scope: ApiKeyScope | undefined;
}

const schema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    default: z.unknown().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    items: schema.optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
  }),
);

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.enum(['path', 'query', 'header']),
              required: z.boolean(),
              schema,
            }),
          )
          .default([]),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
      }),
    ),
  ),
});

/** What docs/openapi.json says, and from the table of endpoints who may call what. */
export function readOperations(): readonly Operation[] {
  const file = new URL('../../../../docs/openapi.json', import.meta.url);
  const { paths } = documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const endpoints = new Map(allEndpoints().map((endpoint) => [endpoint.id, endpoint]));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody }]) => {
      const endpoint = endpoints.get(operationId);
      return {
        id: operationId,
        method: methodSchema.parse(method.toUpperCase()),
        path,
        parameters,
        body: requestBody?.content['application/json']?.schema,
        isUpload: requestBody?.content['multipart/form-data'] !== undefined,
        // The stream is no endpoint of the table; whoever opens it says who they are.
        access: endpoint?.access ?? 'signed_in',
        scope: endpoint?.scope,
      };
    }),
  );
}
