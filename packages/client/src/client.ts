import { api, type Endpoint } from '@rolecall/contract';
import { type Route, routes } from '@rolecall/contract/routes';
import type { CallOptions } from './caller.ts';
import { type ClientOptions, createClientWith } from './client-with.ts';
import { type ConnectOptions, connectNotifications } from './connect.ts';
import { RolecallError } from './errors.ts';
import type { Input, Output, RequestParts } from './request.ts';

/** A client of one server for one person at a time. */
export type Client = ReturnType<typeof createClient>;

const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  Object.values<Readonly<Record<string, Endpoint>>>(api).flatMap((group) =>
    Object.values(group).map((endpoint) => [endpoint.id, endpoint] as const),
  ),
);
const routesById: ReadonlyMap<string, Route> = new Map(
  Object.values<Readonly<Record<string, Route>>>(routes).flatMap((group) =>
    Object.values(group).map((route) => [route.id, route] as const),
  ),
);

/** Takes an answer only as the schema of its endpoint says. */
function checkBySchema({ id }: Route, content: unknown, status: number): unknown {
  const answer = endpoints.get(id)?.response.safeParse(content);
  if (answer?.success === true) return answer.data;
  throw new RolecallError('invalid_response', `${id} was answered with something unexpected.`, {
    status,
    cause: answer?.error,
  });
}

/** Checks each answer against the contract: client and server may be of different versions. */
export function createClient(options: ClientOptions) {
  const { request, connection, ...client } = createClientWith(checkBySchema, options);

  /** Calls any endpoint of the contract. The first signature is the truth about what comes out. */
  function call<E extends Endpoint>(endpoint: E, input: Input<E>, options?: CallOptions): Promise<Output<E>>;
  function call(endpoint: Endpoint, input: RequestParts, options?: CallOptions): Promise<unknown> {
    const route = routesById.get(endpoint.id);
    if (route === undefined) throw new TypeError(`${endpoint.id} is no endpoint of the contract`);
    return request(route, input, options);
  }

  return {
    ...client,
    call,
    notifications: {
      ...client.notifications,
      /** Opens a feed of the notifications of whoever is signed in. It lives until it is closed. */
      connect: (connectOptions?: ConnectOptions) => connectNotifications(connection, connectOptions),
    },
  };
}
