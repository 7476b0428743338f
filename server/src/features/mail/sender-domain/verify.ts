import type { Clock } from '../../../platform/clock/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { examineMailProvider } from '../providers/index.ts';
import { createDns, type Dns } from './dns.ts';
import type { SenderDomainFinding } from './findings.ts';
import { senderIdentityOf } from './identity.ts';
import { checkSenderDomain } from './sender-domain.ts';

/**
 * Signs in at every provider and checks what receivers look up about the sender.
 *
 * @param resolvers DNS servers to ask; none: those of the system
 * @throws {ApplicationError} `invalid_request`: one of them is no address
 */
export async function verifyMailSetup(
  settings: Parameters<typeof senderIdentityOf>[0],
  { resolvers, clock }: { readonly resolvers: readonly string[]; readonly clock: Clock },
): Promise<SenderDomainFinding[]> {
  const dns = dnsOf(resolvers);
  const [signIns, records] = await Promise.all([
    Promise.all(settings.providers.map((provider) => examineMailProvider(provider, clock))),
    checkSenderDomain(senderIdentityOf(settings), dns),
  ]);
  return [...signIns, ...records];
}

function dnsOf(resolvers: readonly string[]): Dns {
  try {
    return createDns(resolvers);
  } catch {
    const detail = `${resolvers.join(', ')} is no address of a DNS server, such as 9.9.9.9 or [2620:fe::fe]:53.`;
    throw new ApplicationError('invalid_request', { detail });
  }
}
