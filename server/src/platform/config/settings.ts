import { z } from 'zod';
import type { BaseConfig } from './base.ts';
import { documentation } from './schemas.ts';

/** Variables that are set, by their names. */
export type GivenVariables = ReadonlyMap<string, string>;

/** A value that its variable does not take. */
interface Issue {
  readonly name: string;
  readonly message: string;
}

/** Variables that a feature reads, and what it makes of them. */
export interface Settings<Value, Base = BaseConfig> {
  readonly variables: Readonly<Record<string, z.ZodType>>;
  /** Values that are not valid. */
  issues(given: GivenVariables): readonly Issue[];
  /** What is wrong beyond a single value, one line each that begins with the variable to change. */
  faults(given: GivenVariables): readonly string[];
  /** What works but probably is not meant. */
  warnings(given: GivenVariables, base: Base): readonly string[];
  /** @throws {ZodError} for values that are not valid, which loading the configuration has refused */
  read(given: GivenVariables, base: Base): Value;
}

/** States the variables of a feature once: their schemas carry their documentation. */
export function defineSettings<
  Shape extends Readonly<Record<string, z.ZodType>>,
  Value,
  Base = BaseConfig,
>(definition: {
  readonly variables: Shape;
  readonly faults?: (given: GivenVariables) => readonly string[];
  readonly read: (values: z.output<z.ZodObject<Shape>>, base: Base) => Value;
  readonly warnings?: (value: Value, base: Base) => readonly string[];
}): Settings<Value, Base> {
  const { variables, faults = () => [], warnings = () => [] } = definition;
  const schema = z.object(variables);
  const read = (given: GivenVariables, base: Base) =>
    definition.read(schema.parse(Object.fromEntries(given)), base);
  return {
    variables,
    issues(given) {
      const { error } = schema.safeParse(Object.fromEntries(given));
      return (error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), message }));
    },
    faults,
    warnings: (given, base) => warnings(read(given, base), base),
    read,
  };
}

/** One variable as the documentation shows it. */
export interface VariableDescription {
  readonly name: string;
  readonly description: string;
  readonly unit: string | undefined;
  readonly secret: boolean;
  /** The default as Markdown. */
  readonly defaultText: string;
  /** The default as it would be written in the environment; undefined when it depends on something. */
  readonly defaultValue: string | undefined;
}

/** Describes variables in their order. */
export function describeVariables(
  variables: Readonly<Record<string, z.ZodType>>,
): readonly VariableDescription[] {
  return Object.entries(variables).map(([name, schema]) => {
    const known = documentation.get(schema);
    if (known === undefined) throw new Error(`${name} has no documentation`);
    const fallback = known.defaultText === undefined ? schema.safeParse(undefined).data : undefined;
    const defaultValue = fallback === undefined ? undefined : String(fallback);
    return {
      name,
      description: known.description,
      unit: known.unit,
      secret: known.secret === true,
      defaultText: known.defaultText ?? `\`${defaultValue}\``,
      defaultValue,
    };
  });
}
