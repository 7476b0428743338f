import {
  createDkimSigner,
  createMailProvider,
  createMailSender,
  createReturnPaths,
  createSendingState,
  createWarmUpLedger,
  domainOf,
  type LaneEvents,
  type MailSender,
  takeFromDay,
  type UnclearSends,
  type WarmUpLedger,
} from '../features/mail/sending/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { MailProviderConfig } from '../platform/config/index.ts';
import type { Platform } from './platform.ts';

/** A process that sends a mail or two, and shares nothing with others. */
const alone: UnclearSends = { providerOf: () => undefined, note: async () => {} };
const unwatched: LaneEvents = { opened() {}, closed() {}, answered() {} };

type Essentials = Pick<Platform, 'config' | 'secret' | 'clock'>;

/**
 * Sends single mails for a command.
 * @param providers who takes the mails, in the order of failover
 */
export function createConfiguredMailSender(
  essentials: Essentials,
  providers: readonly MailProviderConfig[],
): MailSender {
  return assemble(essentials, providers, { unclear: alone, events: unwatched, warmUp: null });
}

/**
 * Sends the mails of a process that runs, and shares what it learns with the others.
 * @param providers who takes the mails, in the order of failover; empty: this process sends none
 */
export async function openMailSender(
  platform: Pick<Platform, 'config' | 'secret' | 'clock' | 'database' | 'logger' | 'metrics'>,
  providers: readonly MailProviderConfig[],
): Promise<MailSender | undefined> {
  if (providers.length === 0) return undefined;
  const { clock, database, logger, metrics } = platform;
  const state = createSendingState({ database, clock, logger });
  const sender = assemble(platform, providers, {
    unclear: state,
    events: watch(platform),
    warmUp: openWarmUp(platform),
  });
  for (const { name } of providers) {
    metrics.watchBreaker({
      name: `mail:${name}`,
      state: () => sender.providers().find((provider) => provider.name === name)?.breaker ?? 'closed',
    });
  }
  metrics.gauge(
    {
      name: 'rolecall_mail_provider_rate_per_second',
      help: 'Mails per second that a provider is given at most, as learned; absent: as many as there are',
      labels: ['provider'],
    },
    (gauge) => {
      gauge.reset();
      for (const { name, rate } of sender.providers()) if (rate !== null) gauge.set({ provider: name }, rate);
    },
  );
  metrics.gauge(
    {
      name: 'rolecall_mail_provider_in_flight',
      help: 'Mails that are on their way to a provider',
      labels: ['provider'],
    },
    (gauge) => {
      for (const { name, inFlight } of sender.providers()) gauge.set({ provider: name }, inFlight);
    },
  );
  await state.start(sender);
  return {
    ...sender,
    async close() {
      await state.stop();
      await sender.close();
    },
  };
}

function assemble(
  { config, secret, clock }: Essentials,
  providers: readonly MailProviderConfig[],
  parts: {
    readonly unclear: UnclearSends;
    readonly events: LaneEvents;
    readonly warmUp: WarmUpLedger | null;
  },
): MailSender {
  const { bounceDomain, dkim } = config.mail;
  const signer = dkim === null ? null : createDkimSigner(dkim);
  return createMailSender({
    ...parts,
    clock,
    lanes: providers.map((provider) => ({
      provider: createMailProvider(provider, clock, { signer }),
      rate: provider.rate,
    })),
    returnPaths: bounceDomain === undefined ? null : createReturnPaths({ secret, domain: bounceDomain }),
  });
}

function openWarmUp({ config, clock, database }: Pick<Platform, 'config' | 'clock' | 'database'>) {
  const { warmUpStart: start, from } = config.mail;
  if (start === undefined) return null;
  const domain = domainOf(from);
  return createWarmUpLedger({
    start,
    clock,
    takeFromDay: (date, limit, wanted) =>
      database.transaction((tx) => takeFromDay(tx, { domain, date, limit, wanted })),
  });
}

/** Tells operators what happens to providers: by the log and in figures. */
function watch({ logger, metrics }: Pick<Platform, 'logger' | 'metrics'>): LaneEvents {
  const answers = metrics.counter({
    name: 'rolecall_mail_provider_answers_total',
    help: 'Answers of mail providers, by what they mean',
    labels: ['provider', 'result'],
  });
  const alerts = metrics.counter({
    name: 'rolecall_mail_provider_alerts_total',
    help: 'How often a mail provider has begun to be left alone',
    labels: ['provider'],
  });
  return {
    opened(provider, reason) {
      alerts.inc({ provider });
      logger.error({ provider, reason }, 'a mail provider fails and is left alone for a while');
    },
    closed: (provider) => logger.info({ provider }, 'a mail provider takes mails again'),
    answered: (provider, result) => answers.inc({ provider, result }),
  };
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
