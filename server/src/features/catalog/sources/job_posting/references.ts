import { type Fields, fieldsOf } from '../reading/values.ts';

const deepest = 12;
const mostObjects = 100_000;
/** How deep objects are filled in. */
const mostSteps = 6;
/** References that are followed in one document; each may bring others along. */
const mostReferences = 100_000;

/** The objects of a graph by their names, for others that mean them. */
export interface References {
  /** An object with those that it means by `@id` in their places. */
  resolve(value: unknown): unknown;
}

export function createReferences(values: readonly unknown[]): References {
  const byName = new Map<string, Fields>();
  let followed = 0;

  function collect(value: unknown, depth: number): void {
    if (depth > deepest || byName.size >= mostObjects || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) collect(item, depth + 1);
      return;
    }
    const fields = fieldsOf(value);
    const name = fields['@id'];
    if (typeof name === 'string' && Object.keys(fields).length > 1 && !byName.has(name))
      byName.set(name, fields);
    for (const inner of Object.values(fields)) collect(inner, depth + 1);
  }

  function resolveAt(value: unknown, step: number): unknown {
    if (step > mostSteps || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => resolveAt(item, step));
    const fields = fieldsOf(value);
    const name = fields['@id'];
    const isReference = typeof name === 'string' && Object.keys(fields).length === 1;
    if (isReference) followed += 1;
    const meant = isReference ? byName.get(name) : fields;
    if (meant === undefined || followed > mostReferences) return value;
    return Object.fromEntries(
      Object.entries(meant).map(([field, inner]) => [field, resolveAt(inner, step + 1)]),
    );
  }

  for (const value of values) collect(value, 0);
  return { resolve: (value) => (byName.size === 0 ? value : resolveAt(value, 0)) };
}
