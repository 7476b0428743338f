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

/**
 * Signs in at every provider.
 * @param isNeeded whether addresses are confirmed by mail, and by nothing else
 */
export async function examineMail(
  settings: MailSettings,
  { clock, isNeeded }: { readonly clock: Clock; readonly isNeeded: boolean },
): Promise<MailProviderFinding[]> {
  const { providers, hasMailbox } = settings;
  if (providers.length > 0)
    return Promise.all(providers.map((provider) => examineMailProvider(provider, clock)));
  if (hasMailbox) {
    return [{ part: 'e-mail', state: 'ok', detail: 'kept in the built-in mailbox; set SMTP_URL to send it' }];
  }
  const mend = 'set SMTP_URL or ROLECALL_MAIL_PROVIDERS';
  if (!isNeeded)
    return [{ part: 'e-mail', state: 'warning', detail: `off, so that nobody is told by mail: ${mend}` }];
  const detail =
    'off: people can sign up and never confirm their address, so nobody of them can post a job or apply for one, and a ' +
    `forgotten password cannot be replaced; ${mend}`;
  return [{ part: 'e-mail', state: 'failed', detail }];
}
