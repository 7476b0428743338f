import {
  createDkimSigner,
  createMailProvider,
  createMailSender,
  createReturnPaths,
  type MailSender,
} from '../features/mail/sending/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { MailProviderConfig } from '../platform/config/index.ts';
import type { Platform } from './platform.ts';

/** @param providers who takes the mails, in the order of failover; empty: this process sends none */
export function createConfiguredMailSender(
  { config, secret, clock }: Pick<Platform, 'config' | 'secret' | 'clock'>,
  providers: readonly MailProviderConfig[],
): MailSender | undefined {
  const [first] = providers;
  if (first === undefined) return undefined;
  const { bounceDomain, dkim } = config.mail;
  return createMailSender({
    provider: createMailProvider(first, clock, { signer: dkim === null ? null : createDkimSigner(dkim) }),
    returnPaths: bounceDomain === undefined ? null : createReturnPaths({ secret, domain: bounceDomain }),
  });
}

/** Reaches a provider once and signs in. Throws the reason when that does not work. */
export async function checkMailProvider(config: MailProviderConfig): Promise<void> {
  const provider = createMailProvider({ ...config, concurrency: 1 }, systemClock);
  try {
    await provider.verify();
  } finally {
    await provider.close();
  }
}
