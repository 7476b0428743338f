import { ApplicationError } from '../errors/index.ts';

/** Ports of services that speak no HTTP and might be talked into mischief by something that looks like it. */
const blockedPorts = new Set([
  22, 23, 25, 53, 110, 111, 135, 139, 143, 389, 445, 465, 587, 636, 993, 995, 1433, 1521, 2375, 3306, 5432,
  5672, 6379, 9200, 11_211, 27_017,
]);

/**
 * Parses an address that may be requested.
 *
 * @param base where a relative redirect came from
 * @throws {ApplicationError} `outgoing_address_refused`
 */
export function parseOutgoingUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw refuse('The address cannot be parsed.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refuse(`Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse('An address must not carry a user name or a password.');
  }
  if (blockedPorts.has(Number(url.port))) throw refuse(`Port ${url.port} belongs to another protocol.`);
  if (base?.protocol === 'https:' && url.protocol === 'http:') {
    throw refuse('A redirect from https to http is not followed.');
  }
  url.hash = '';
  return url;
}

function refuse(detail: string): ApplicationError {
  return new ApplicationError('outgoing_address_refused', { detail });
}
