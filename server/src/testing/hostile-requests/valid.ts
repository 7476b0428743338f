import type { JsonSchema, Operation } from './document.ts';

/**
 * What stands for a name, such as an id of something that is there: by `operation.path` where it differs between
 * operations, else by the last part of the path.
 */
export type Known = ReadonlyMap<string, unknown>;

/** A value that the schema takes, with what is known for the names in it; optional properties are left out. */
export function validValue(schema: JsonSchema, path: string, known: Known): unknown {
  const name = path.slice(path.lastIndexOf('.') + 1);
  for (const key of [path, name]) if (known.has(key)) return known.get(key);
  const [choice] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (choice !== undefined) return validValue(choice, path, known);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return validObject(schema, path, known);
    case 'array': {
      const length = schema.minItems ?? 0;
      return Array.from({ length }, () => validValue(schema.items ?? {}, path, known));
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return validText(schema);
  }
}

function validObject({ properties = {}, required = [] }: JsonSchema, path: string, known: Known): object {
  return Object.fromEntries(
    required.map((name) => [name, validValue(properties[name] ?? {}, `${path}.${name}`, known)]),
  );
}

function validText({ format, pattern = '', minLength = 0 }: JsonSchema): string {
  if (format === 'date-time') return new Date(Date.now() + 86_400_000).toISOString();
  if (format === 'uuid') return '0198c000-0000-7000-8000-00000000000f';
  if (format === 'uri') return 'https://push.example/device';
  if (pattern.startsWith('^[A-Z]{3}')) return 'EUR';
  if (pattern.startsWith('^\\/')) return '/jobs';
  if (pattern.includes('[0-5]\\d$')) return '09:30';
  return 'a text'
    .slice(0, 6)
    .replace(' ', pattern === '' ? ' ' : '-')
    .padEnd(minLength, 'x');
}

/** The parts of an operation that a value can stand in: a parameter, or a field of the body at any depth. */
export interface Place {
  readonly in: 'path' | 'query' | 'header' | 'body';
  /** Name of the parameter, or names of fields down to this one; none for the body itself. */
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

export function placesOf({ parameters, body }: Operation): readonly Place[] {
  const ofParameters = parameters.map((parameter) => ({
    in: parameter.in,
    path: [parameter.name],
    schema: parameter.schema,
  }));
  return [...ofParameters, ...(body === undefined ? [] : fieldsOf(body, []))];
}

function fieldsOf(schema: JsonSchema, path: readonly string[]): readonly Place[] {
  const below = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, property]) => fieldsOf(property, [...path, name])),
  );
  return [{ in: 'body', path, schema }, ...below];
}

/** The body with this value at a place in it; objects on the way are as valid as they can be. */
export function bodyWith(
  schema: JsonSchema,
  path: readonly string[],
  value: unknown,
  operationId: string,
  known: Known,
): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const variants = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const variant = variants.find(({ properties }) => properties?.[name] !== undefined) ?? schema;
  const valid = validValue(variant, operationId, known);
  const property = variant.properties?.[name] ?? {};
  return {
    ...(typeof valid === 'object' && valid !== null ? valid : {}),
    [name]: bodyWith(property, rest, value, `${operationId}.${name}`, known),
  };
}
