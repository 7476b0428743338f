import { Resolver } from 'node:dns/promises';

/** DNS look-ups for the checks. A name or record that does not exist gives an empty list. */
export interface Dns {
  /** Texts of a name, the strings of each joined (RFC 7208, 3.3). @throws {DnsError} */
  texts(name: string): Promise<readonly string[]>;
  /** Hosts that take mail, from the most preferred. @throws {DnsError} */
  mailHosts(name: string): Promise<readonly string[]>;
  /** IPv4 and IPv6 addresses. @throws {DnsError} */
  addresses(name: string): Promise<readonly string[]>;
  /** Names of an address. @throws {DnsError} */
  names(address: string): Promise<readonly string[]>;
}

/** No server has answered, or none that knows. */
export class DnsError extends Error {
  override readonly name = 'DnsError';

  constructor(name: string, reason: string) {
    super(`the question for ${name} was not answered (${reason})`);
  }
}

const nothing = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * @param servers addresses with or without a port; none: those of the system
 * @throws {TypeError} one of them is not an address
 */
export function createDns(servers: readonly string[] = []): Dns {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);

  async function ask<Answer>(name: string, question: () => Promise<readonly Answer[]>) {
    try {
      return await question();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (nothing.has(code)) return [];
      throw new DnsError(name, code);
    }
  }

  return {
    texts: async (name) =>
      (await ask(name, () => resolver.resolveTxt(name))).map((strings) => strings.join('')),
    mailHosts: async (name) =>
      (await ask(name, () => resolver.resolveMx(name)))
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange.toLowerCase()),
    addresses: async (name) => [
      ...(await ask(name, () => resolver.resolve4(name))),
      ...(await ask(name, () => resolver.resolve6(name))),
    ],
    names: (address) => ask(address, () => resolver.reverse(address)),
  };
}
