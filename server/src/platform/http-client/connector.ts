import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ApplicationError } from '../errors/index.ts';
import { isPublicAddress } from './addresses.ts';

/** Gives the addresses of a host name. */
export type ResolveHostname = (hostname: string) => Promise<readonly string[]>;

/** Resolves as every other program of the machine does. */
export const resolveBySystem: ResolveHostname = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Opens connections to public addresses only. The check and the connection see the same addresses: the
 * names are resolved here, at the moment of connecting, and the socket is given what was checked. So a name
 * that changes its answer between a check and a use (DNS rebinding) gains nothing.
 *
 * @param timeoutMs time for resolving and connecting, in milliseconds
 */
export function createGuardedConnector(
  resolve: ResolveHostname,
  timeoutMs: number,
): buildConnector.connector {
  const connect = buildConnector({
    lookup: createPublicLookup(resolve),
    timeout: timeoutMs,
    allowH2: false,
  });
  return (options, callback) => {
    // A literal address is never looked up.
    if (isIP(options.hostname) !== 0 && !isPublicAddress(options.hostname)) {
      callback(refused(options.hostname), null);
      return;
    }
    connect(options, callback);
  };
}

/**
 * Says in advance what connecting would say of a host. What it allows may still be refused then, if the name changes
 * its answer in between.
 *
 * @throws {ApplicationError} `outgoing_address_refused`, also for a name that does not resolve
 */
export async function assertPublicHost(hostname: string, resolve: ResolveHostname): Promise<void> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0) {
    if (!isPublicAddress(literal)) throw refused(literal);
    return;
  }
  const addresses = await resolve(hostname).catch((cause: unknown) => {
    throw new ApplicationError('outgoing_address_refused', {
      detail: `${hostname} does not resolve.`,
      cause,
    });
  });
  if (addresses.length === 0 || !addresses.every(isPublicAddress)) throw refused(hostname);
}

/**
 * The lookup that sockets use in place of the system's. One private address among public ones is enough to
 * refuse: no honest name mixes them.
 */
export function createPublicLookup(resolve: ResolveHostname): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(isPublicAddress)) {
          callback(refused(hostname), '', 0);
        } else if (options.all) {
          callback(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          );
        } else {
          callback(null, first, isIP(first));
        }
      },
      (error) => callback(error, '', 0),
    );
  };
}

function refused(hostname: string): ApplicationError {
  return new ApplicationError('outgoing_address_refused', {
    detail: `${hostname} is not an address of the public internet.`,
  });
}
