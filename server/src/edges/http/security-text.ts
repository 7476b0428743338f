import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';

/** For how long the file is good, in milliseconds; RFC 9116 recommends less than a year. */
const goodForMs = 180 * 86_400_000;

/** `/.well-known/security.txt` (RFC 9116): where people report weaknesses. Without a contact it is not there. */
export function mountSecurityText(
  app: FastifyInstance,
  { http, securityContact: { contacts, policy } }: Config,
  clock: Clock,
): void {
  if (contacts.length === 0) return;
  const path = '/.well-known/security.txt';
  app.get(path, async (_request, reply) => {
    const expires = new Date(clock.now().getTime() + goodForMs);
    const lines = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en, de, fr, es',
      `Canonical: ${http.publicUrl}${path}`,
      ...(policy === undefined ? [] : [`Policy: ${policy}`]),
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
