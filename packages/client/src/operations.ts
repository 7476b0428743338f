import type { Endpoint } from '@rolecall/contract';
import type { Caller, CallOptions } from './caller.ts';
import type { Input, Output } from './request.ts';

/** Calls one endpoint. The input may be left out where nothing in it is required. */
export type Operation<E extends Endpoint> =
  Record<never, never> extends Input<E>
    ? (input?: Input<E>, options?: CallOptions) => Promise<Output<E>>
    : (input: Input<E>, options?: CallOptions) => Promise<Output<E>>;

type Group = Readonly<Record<string, Endpoint>>;

export type Operations<Of extends Group> = {
  readonly [Name in keyof Of]: Operation<Of[Name]>;
};

/** Makes a function of each endpoint of each group. The first signature is the truth about what comes out. */
export function bindGroups<Groups extends Readonly<Record<string, Group>>>(
  groups: Groups,
  caller: Caller,
): { readonly [Name in keyof Groups]: Operations<Groups[Name]> };
export function bindGroups(groups: Readonly<Record<string, Group>>, caller: Caller) {
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, bindGroup(group, caller)]));
}

const bindGroup = (group: Group, caller: Caller) =>
  Object.fromEntries(
    Object.entries(group).map(([name, endpoint]) => [
      name,
      (input: Input<Endpoint> = {}, options: CallOptions = {}) => caller.call(endpoint, input, options),
    ]),
  );
