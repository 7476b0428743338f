import type { AnySchema, Endpoint, InputOf, nothing, OutputOf, UploadEndpoint } from '@rolecall/contract';
import type { Route } from '@rolecall/contract/routes';

/** A file to send. A `File` has its name; other contents need one. */
export interface Upload {
  readonly content: Blob | Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly mediaType: string;
}

type Part<Name extends string, Schema extends AnySchema> = Schema extends typeof nothing
  ? { readonly [Key in Name]?: never }
  : undefined extends InputOf<Schema>
    ? { readonly [Key in Name]?: InputOf<Schema> }
    : Record<never, never> extends InputOf<Schema>
      ? { readonly [Key in Name]?: InputOf<Schema> }
      : { readonly [Key in Name]: InputOf<Schema> };

type FilePart<E> = E extends UploadEndpoint ? { readonly file: Upload | File } : { readonly file?: never };

/** The parts of a request that an endpoint asks for; a part without required members may be left out. */
export type Input<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> &
  FilePart<E>;

/** What an endpoint answers with. */
export type Output<E extends Endpoint> = OutputOf<E['response']>;

/** The parts of any request, once their types have done their work. */
export interface RequestParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Upload | File | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Writes path and query of a request. */
export function toPath(route: Route, { params, query }: RequestParts): string {
  const values = new Map(Object.entries(params ?? {}));
  const path = route.path.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const given: unknown = values.get(name);
    const value = typeof given === 'number' ? String(given) : given;
    if (typeof value !== 'string' || value === '')
      throw new TypeError(`${route.id} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of list) {
      if (item !== undefined && item !== null) search.append(name, String(item));
    }
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Writes the body of a request and its type; a form writes its own type. */
export function toBody(route: Route, { body, file }: RequestParts) {
  if (file !== undefined) {
    const form = new FormData();
    if (file instanceof Blob) form.append('file', file, file.name);
    else form.append('file', new Blob([file.content], { type: file.mediaType }), file.fileName);
    return { body: form };
  }
  // An endpoint with a body whose members are all optional is sent an empty one.
  const given = body ?? (route.hasBody === true ? {} : undefined);
  if (given === undefined) return {};
  return { body: JSON.stringify(given), headers: { 'content-type': 'application/json' } };
}
