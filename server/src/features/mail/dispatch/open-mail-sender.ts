import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import { createDkimSigner } from '../dkim/index.ts';
import { createReturnPaths, domainOf } from '../message/index.ts';
import { createMailProvider } from '../providers/index.ts';
import type { MailProviderConfig, MailSettings } from '../settings/index.ts';
import { takeFromDay } from './dispatch.store.ts';
import { createMailSender, type MailSender, type UnclearSends } from './mail-sender.ts';
import { measureProviders, reportProviders } from './provider-metrics.ts';
import type { ProviderEvents } from './provider-queue.ts';
import { createSendingState } from './sending-state.ts';
import { createWarmUpLedger, type WarmUpLedger } from './warm-up-ledger.ts';

interface CommonDependencies {
  readonly settings: Pick<MailSettings, 'from' | 'bounceDomain' | 'dkim' | 'warmUpStart'>;
  /** Of the instance; return paths are signed with it. */
  readonly secret: InstanceSecret;
  readonly clock: Clock;
}

/** A process that sends few mails shares nothing with others. */
const alone: UnclearSends = { providerOf: () => undefined, note: async () => {} };
const unwatched: ProviderEvents = { opened() {}, closed() {}, answered() {} };

/**
 * Sends single mails for a command.
 * @param providers in the order of failover
 */
export function createStandaloneMailSender(
  dependencies: CommonDependencies,
  providers: readonly MailProviderConfig[],
): MailSender {
  return assemble(dependencies, providers, { unclear: alone, events: unwatched, warmUp: null });
}

/**
 * Sends the mails of a server or worker, and shares what it learns with the others.
 * @param providers in the order of failover; empty: this process sends none
 */
export async function openMailSender(
  dependencies: CommonDependencies & {
    readonly database: Database;
    readonly logger: Logger;
    readonly metrics: Metrics;
  },
  providers: readonly MailProviderConfig[],
): Promise<MailSender | undefined> {
  if (providers.length === 0) return undefined;
  const { clock, database, logger, metrics } = dependencies;
  const state = createSendingState({ database, clock, logger });
  const sender = assemble(dependencies, providers, {
    unclear: state,
    events: reportProviders({ logger, metrics }),
    warmUp: openWarmUp(dependencies),
  });
  measureProviders(metrics, sender);
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
  { settings, secret, clock }: CommonDependencies,
  providers: readonly MailProviderConfig[],
  parts: {
    readonly unclear: UnclearSends;
    readonly events: ProviderEvents;
    readonly warmUp: WarmUpLedger | null;
  },
): MailSender {
  const { bounceDomain, dkim } = settings;
  const signer = dkim === null ? null : createDkimSigner(dkim);
  return createMailSender({
    ...parts,
    clock,
    providers: providers.map((provider) => ({
      provider: createMailProvider(provider, clock, { signer }),
      rate: provider.rate,
    })),
    returnPaths: bounceDomain === undefined ? null : createReturnPaths({ secret, domain: bounceDomain }),
  });
}

function openWarmUp({ settings, clock, database }: CommonDependencies & { readonly database: Database }) {
  const { warmUpStart: start, from } = settings;
  if (start === undefined) return null;
  const domain = domainOf(from);
  return createWarmUpLedger({
    start,
    clock,
    takeFromDay: (date, limit, wanted) =>
      database.transaction((tx) => takeFromDay(tx, { domain, date, limit, wanted })),
  });
}
