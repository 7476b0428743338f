import type { Clock } from '../../../platform/clock/index.ts';
import { reasonOf } from '../../../platform/errors/index.ts';
import type { MailProviderConfig, MailSettings } from '../settings/index.ts';
import { createMailProvider } from './create-provider.ts';

/** Whether a provider can be reached and takes our sign-in. */
export interface MailProviderFinding {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

/** Connects to a provider once and signs in. */
export async function examineMailProvider(
  config: MailProviderConfig,
  clock: Clock,
): Promise<MailProviderFinding> {
  const part = `e-mail by ${config.name}`;
  const provider = createMailProvider({ ...config, concurrency: 1 }, clock);
  try {
    await provider.verify();
    return { part, state: 'ok', detail: 'takes our connection' };
  } catch (error) {
    return { part, state: 'failed', detail: `refuses us: ${reasonOf(error)}` };
  } finally {
    await provider.close();
  }
}

/** Signs in at every provider. */
export async function examineMail(settings: MailSettings, clock: Clock): Promise<MailProviderFinding[]> {
  const { providers, hasMailbox } = settings;
  if (providers.length > 0)
    return Promise.all(providers.map((provider) => examineMailProvider(provider, clock)));
  return hasMailbox
    ? [{ part: 'e-mail', state: 'ok', detail: 'kept in the built-in mailbox; set SMTP_URL to send it' }]
    : [{ part: 'e-mail', state: 'warning', detail: 'off: set SMTP_URL or ROLECALL_MAIL_PROVIDERS' }];
}
