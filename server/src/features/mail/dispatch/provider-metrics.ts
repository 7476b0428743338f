import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import type { MailSender } from './mail-sender.ts';
import type { ProviderEvents } from './provider-queue.ts';

/** Reports what happens to providers: to the log and as metrics. */
export function reportProviders({
  logger,
  metrics,
}: {
  readonly logger: Logger;
  readonly metrics: Metrics;
}): ProviderEvents {
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

/** Shows the breaker, the rate and the load of each provider whenever metrics are read. */
export function measureProviders(metrics: Metrics, sender: Pick<MailSender, 'providers'>): void {
  for (const { name } of sender.providers()) {
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
}
