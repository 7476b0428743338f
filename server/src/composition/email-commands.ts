import { type Kind, kinds } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type {
  Finding,
  SampleMail,
  SampleRequest,
  TestMailReport,
  TestMailRequest,
} from '../edges/cli/actions.ts';
import { checkSenderDomain, createDns } from '../features/mail/sender-domain/index.ts';
import {
  createComposer,
  createEmailChannel,
  createUnsubscribeTokens,
} from '../features/messaging/channels/email/index.ts';
import { createTemplateRefresher } from '../features/messaging/templates/index.ts';
import { createTexts, sampleOf, samplesOf, type Texts } from '../features/messaging/texts/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config, MailProviderConfig } from '../platform/config/index.ts';
import { FolderInUseError, migrate } from '../platform/db/index.ts';
import { ApplicationError } from '../platform/errors/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { instanceSecret } from '../platform/secret/index.ts';
import { examineProvider } from './doctor.ts';
import { createConfiguredMailSender } from './mail.ts';
import { openConfiguredDatabase } from './platform.ts';
import { senderIdentityOf } from './sender-identity.ts';

/** Nobody's, so that the links of a sample change nothing. */
const sampleUserId = '00000000-0000-7000-8000-000000000000';

const sampleRecipient = {
  user_id: sampleUserId,
  email: 'ada@example.org',
  email_verified: true,
  name: 'Ada Lovelace',
  role: 'job_seeker',
  time_zone: 'Europe/Berlin',
  minimum_match_score: 50,
} as const;

/** Mails of the given kinds and languages, in the words that are published. */
export async function composeSamples(
  config: Config,
  request: SampleRequest,
): Promise<{ mails: SampleMail[]; warning: string | null }> {
  const { publicUrl } = config.http;
  const { texts, warning } = await publishedTexts(config);
  const composer = createComposer(publicUrl, texts, config.mail.from);
  const mails = chosenOf(request).flatMap(({ kind, locale }) =>
    samplesOf(kind).map(({ name, reader, payload }): SampleMail => {
      const recipient = { ...sampleRecipient, name: reader, locale };
      const unsubscribeUrl = kinds[kind].mandatory ? null : `${publicUrl}/settings/notifications`;
      const delivery = { kind, payload, recipient, createdAt: systemClock.now() };
      return { kind, sample: name, locale, ...composer.compose(delivery, unsubscribeUrl) };
    }),
  );
  return { mails, warning };
}

function chosenOf({ kinds: wanted, locales }: SampleRequest) {
  return wanted.flatMap((kind) => locales.map((locale) => ({ kind, locale })));
}

/** While the server holds an embedded database nobody else can read it; then what is shipped is said. */
async function publishedTexts(config: Config): Promise<{ texts: Texts; warning: string | null }> {
  const logger = createLogger({ level: 'warn', environment: config.environment });
  const texts = createTexts();
  try {
    const database = await openConfiguredDatabase(config, logger);
    try {
      await migrate(database, logger);
      await createTemplateRefresher({
        database,
        bus: createInProcessBus({ logger }),
        logger,
        texts,
      }).refresh();
      return { texts, warning: null };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return {
      texts,
      warning:
        'the server uses the embedded database, so these are the shipped texts, not those that operators wrote',
    };
  }
}

/** Longest time for all mails, in milliseconds. */
const longestTestMs = 10 * 60_000;
/** What says that no other mail would be taken either. */
const hopeless: ReadonlySet<string> = new Set(['unavailable', 'sender_blocked']);

type TestedMail = TestMailReport['mails'][number];

/**
 * Sends samples by every provider, and by itself, whatever the others do. A provider that can not be reached or refuses
 * us is not asked again.
 */
export async function sendTestMails(config: Config, request: TestMailRequest): Promise<TestMailReport> {
  const { providers } = config.mail;
  const chosen = providers.filter(({ name }) => request.provider === undefined || name === request.provider);
  if (chosen.length === 0) throw noProvider(request.provider, providers);
  const { texts, warning } = await publishedTexts(config);
  const endsAt = Date.now() + longestTestMs;
  const mails = await Promise.all(chosen.map((provider) => sendBy(provider, config, texts, request, endsAt)));
  return { mails: mails.flat(), warning };
}

function noProvider(wanted: string | undefined, configured: readonly MailProviderConfig[]): ApplicationError {
  const names = configured.map(({ name }) => name).join(', ');
  const detail =
    wanted === undefined || names === ''
      ? 'This instance sends no mail: set SMTP_URL or ROLECALL_MAIL_PROVIDERS.'
      : `There is no provider ${wanted}; there is ${names}.`;
  return new ApplicationError('invalid_request', { detail });
}

async function sendBy(
  provider: MailProviderConfig,
  config: Config,
  texts: Texts,
  request: TestMailRequest,
  endsAt: number,
): Promise<TestedMail[]> {
  const secret = instanceSecret(config);
  const mailSender = createConfiguredMailSender({ config, secret, clock: systemClock }, [provider]);
  const { concurrency } = mailSender;
  const channel = createEmailChannel({
    clock: systemClock,
    mailSender: {
      concurrency,
      isThrottled: () => false,
      // No notification is behind it: nothing that is told of it later is kept.
      send: (mail) => mailSender.send({ ...mail, subject: `[Test] ${mail.subject}`, reference: null }),
    },
    from: config.mail.from,
    bounceDomain: config.mail.bounceDomain,
    publicUrl: config.http.publicUrl,
    tokens: createUnsubscribeTokens(secret),
    texts,
    instrument: null,
  });
  let given: string | null = null;

  async function sendOne(sample: Pick<TestedMail, 'kind' | 'locale'>): Promise<TestedMail> {
    const row = { provider: provider.name, ...sample };
    if (Date.now() > endsAt) given ??= 'the time was up';
    if (given !== null) return { ...row, result: 'not_tried', detail: given };
    const outcome = await channel.send(deliveryOf(sample.kind, sample.locale));
    if (outcome.result === 'sent') return { ...row, result: 'sent', detail: null };
    if (hopeless.has(outcome.result)) given = `the provider has answered ${outcome.result} before`;
    return { ...row, result: outcome.result, detail: outcome.detail };
  }

  function deliveryOf(kind: Kind, locale: TestedMail['locale']) {
    const deliveryId = uuidv7();
    return {
      kind,
      payload: sampleOf(kind),
      recipient: { ...sampleRecipient, email: request.to, locale },
      deliveryId,
      messageId: `<${deliveryId}@${channel.messageDomain}>`,
      createdAt: systemClock.now(),
      mayBeTracked: false,
    };
  }

  const [first, ...rest] = chosenOf(request);
  if (first === undefined) return [];
  try {
    // One alone first: where that is hopeless, the others are not tried.
    return [await sendOne(first), ...(await mapSome(rest, concurrency, sendOne))];
  } finally {
    await mailSender.close();
  }
}

/** Works on so many at a time; answers in the order of the items. */
async function mapSome<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  async function workOn(): Promise<void> {
    for (const [place, item] of rest) results[place] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, workOn));
  return results;
}

/** Signs in at every provider and checks what receivers look up about the sender. */
export async function verifyMail(
  config: Config,
  { resolvers }: { readonly resolvers: readonly string[] },
): Promise<Finding[]> {
  const { providers } = config.mail;
  if (providers.length === 0) throw noProvider(undefined, providers);
  const dns = dnsOf(resolvers);
  const [signIns, records] = await Promise.all([
    Promise.all(providers.map(examineProvider)),
    checkSenderDomain(senderIdentityOf(config), dns),
  ]);
  return [...signIns, ...records];
}

function dnsOf(resolvers: readonly string[]) {
  try {
    return createDns(resolvers);
  } catch {
    const detail = `${resolvers.join(', ')} is no address of a DNS server, such as 9.9.9.9 or [2620:fe::fe]:53.`;
    throw new ApplicationError('invalid_request', { detail });
  }
}
