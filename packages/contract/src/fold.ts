import type { AuditActionDefinition } from './core/audit.ts';
import type { Endpoint } from './core/endpoint.ts';
import type { ErrorDescriptions } from './core/errors.ts';
import type { KindDefinition } from './core/kind.ts';

/** What a feature adds to the contract. Features may add to the same group of endpoints. */
export interface Feature {
  readonly endpoints?: Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;
  readonly kinds?: Readonly<Record<string, KindDefinition>>;
  readonly errors?: ErrorDescriptions;
  /** What it writes to the audit log. */
  readonly audit?: Readonly<Record<string, AuditActionDefinition>>;
}

type Features = Readonly<Record<string, Feature>>;

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

type Flat<Entries> = { readonly [Name in keyof Entries]: Entries[Name] };

/** What each feature has under a name, as a union. */
type Brought<Given extends Features, Part extends keyof Feature> = {
  [Name in keyof Given]: Given[Name] extends Readonly<Record<Part, infer Value>> ? Value : never;
}[keyof Given];

/**
 * Puts the kinds, the errors or the audited actions of features into one table. The first signature is the truth about what comes out.
 *
 * @throws {TypeError} when two features bring the same name
 */
export function collect<Given extends Features, Part extends 'kinds' | 'errors' | 'audit'>(
  features: Given,
  part: Part,
): Flat<Intersection<Brought<Given, Part>>>;
export function collect(features: Features, part: 'kinds' | 'errors' | 'audit'): object {
  return merge<unknown>(Object.values(features).map((feature) => feature[part] ?? {}));
}

/** Puts the endpoints of features into one table of groups. The first signature is the truth about what comes out. */
export function collectEndpoints<Given extends Features>(
  features: Given,
): {
  readonly [Group in keyof Intersection<Brought<Given, 'endpoints'>>]: Flat<
    Intersection<Brought<Given, 'endpoints'>>[Group]
  >;
};
export function collectEndpoints(features: Features): object {
  const groups = new Map<string, Readonly<Record<string, Endpoint>>>();
  for (const { endpoints = {} } of Object.values(features)) {
    for (const [name, group] of Object.entries(endpoints)) {
      groups.set(name, merge([groups.get(name) ?? {}, group]));
    }
  }
  return Object.fromEntries(groups);
}

function merge<Value>(tables: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const entries = tables.flatMap((table) => Object.entries(table));
  const names = new Set<string>();
  for (const [name] of entries) {
    if (names.has(name)) throw new TypeError(`two features bring ${name}`);
    names.add(name);
  }
  return Object.fromEntries(entries);
}
