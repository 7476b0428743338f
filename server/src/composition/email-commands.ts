import type {
  Finding,
  SampleMail,
  SampleRequest,
  TestMailReport,
  TestMailRequest,
} from '../edges/cli/actions.ts';
import { createStandaloneMailSender } from '../features/mail/dispatch/index.ts';
import { verifyMailSetup } from '../features/mail/sender-domain/index.ts';
import { type MailProviderConfig, mailSettings } from '../features/mail/settings/index.ts';
import {
  composeSamples,
  sendTestMails,
  type TestedMail,
} from '../features/messaging/channels/email/index.ts';
import { createTemplateRefresher } from '../features/messaging/templates/index.ts';
import { createTexts, type Texts } from '../features/messaging/texts/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { FolderInUseError, migrate } from '../platform/db/index.ts';
import { ApplicationError } from '../platform/errors/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { instanceSecret } from '../platform/secret/index.ts';
import { kindTexts } from './kinds.ts';
import { allMigrations } from './migrations.ts';
import { openConfiguredDatabase } from './platform.ts';

const clock = systemClock;

/** Mails of the given kinds and languages, in the words that are published. */
export async function composePublishedSamples(
  config: Config,
  request: SampleRequest,
): Promise<{ mails: SampleMail[]; warning: string | null }> {
  const { texts, warning } = await publishedTexts(config);
  const { publicUrl } = config.http;
  return {
    mails: composeSamples(request, { clock, texts, publicUrl, from: config.of(mailSettings).from }),
    warning,
  };
}

/** While the server holds an embedded database nobody else can read it; then what is shipped is said. */
async function publishedTexts(config: Config): Promise<{ texts: Texts; warning: string | null }> {
  const logger = createLogger({ level: 'warn', environment: config.environment });
  const texts = createTexts({ kinds: kindTexts });
  try {
    const database = await openConfiguredDatabase(config, logger);
    try {
      await migrate(database, logger, allMigrations);
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

/** Sends samples by every provider, and by itself, whatever the others do. */
export async function sendTestMailsByAll(config: Config, request: TestMailRequest): Promise<TestMailReport> {
  const { providers } = config.of(mailSettings);
  const chosen = providers.filter(({ name }) => request.provider === undefined || name === request.provider);
  if (chosen.length === 0) throw noProvider(request.provider, providers);
  const { texts, warning } = await publishedTexts(config);
  const mails = await Promise.all(chosen.map((provider) => sendBy(provider, config, texts, request)));
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
): Promise<TestedMail[]> {
  const secret = instanceSecret(config).current;
  const mailSender = createStandaloneMailSender({ settings: config.of(mailSettings), secret, clock }, [
    provider,
  ]);
  try {
    return await sendTestMails(request, {
      provider: provider.name,
      mailSender,
      clock,
      texts,
      secret,
      publicUrl: config.http.publicUrl,
      from: config.of(mailSettings).from,
      bounceDomain: config.of(mailSettings).bounceDomain,
    });
  } finally {
    await mailSender.close();
  }
}

/** Signs in at every provider and checks what receivers look up about the sender. */
export async function verifyMail(
  config: Config,
  { resolvers }: { readonly resolvers: readonly string[] },
): Promise<Finding[]> {
  if (config.of(mailSettings).providers.length === 0) throw noProvider(undefined, []);
  return verifyMailSetup(config.of(mailSettings), { resolvers, clock });
}
