import type { Endpoint } from '@rolecall/contract';
import type { Caller, CallOptions } from './caller.ts';
import type { Input, Output } from './request.ts';

/** Calls one endpoint. The input may be left out where nothing in it is required. */
export type Operation<E extends Endpoint> =
  Record<never, never> extends Input<E>
    ? (input?: Input<E>, options?: CallOptions) => Promise<Output<E>>
    : (input: Input<E>, options?: CallOptions) => Promise<Output<E>>;

export type Operations<Group extends Readonly<Record<string, Endpoint>>> = {
  readonly [Name in keyof Group]: Operation<Group[Name]>;
};

/** Makes a function of each endpoint of a group. The first signature is the truth about what comes out. */
export function bindOperations<Group extends Readonly<Record<string, Endpoint>>>(
  group: Group,
  caller: Caller,
): Operations<Group>;
export function bindOperations(group: Readonly<Record<string, Endpoint>>, caller: Caller) {
  return Object.fromEntries(
    Object.entries(group).map(([name, endpoint]) => [
      name,
      (input: Input<Endpoint> = {}, options: CallOptions = {}) => caller.call(endpoint, input, options),
    ]),
  );
}
