import type { Endpoint } from '@rolecall/contract';
import type { Route, RoutesOf } from '@rolecall/contract/routes';
import type { Caller, CallOptions } from './caller.ts';
import type { Input, Output, RequestParts } from './request.ts';

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
  routes: RoutesOf<Groups>,
  caller: Caller,
): { readonly [Name in keyof Groups]: Operations<Groups[Name]> };
export function bindGroups(routes: Readonly<Record<string, RouteGroup>>, caller: Caller) {
  return Object.fromEntries(Object.entries(routes).map(([name, group]) => [name, bindGroup(group, caller)]));
}

type RouteGroup = Readonly<Record<string, Route>>;

const bindGroup = (group: RouteGroup, caller: Caller) =>
  Object.fromEntries(
    Object.entries(group).map(([name, route]) => [
      name,
      (input: RequestParts = {}, options: CallOptions = {}) => caller.request(route, input, options),
    ]),
  );
