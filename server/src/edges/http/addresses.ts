import type { FastifyRequest } from 'fastify';
import { visitorAddress, visitorNetwork } from '../../platform/http/index.ts';

/** The address of a caller, behind the trusted proxies. */
export function addressOf({ ips, ip }: Pick<FastifyRequest, 'ips' | 'ip'>): string {
  return visitorAddress(ips ?? [ip]);
}

/** By what callers are told apart where limits count by address. */
export function networkOf(request: FastifyRequest): string {
  return visitorNetwork(addressOf(request)) ?? '';
}
