import { scheduleReminders, workOnReminders } from '../features/activity/reminders/reminders.jobs.ts';
import { scheduleJobs, workOnJobs } from '../features/catalog/jobs/jobs.jobs.ts';
import { scheduleMatchingJobs, workOnMatching } from '../features/catalog/matching/matching.jobs.ts';
import {
  createSourceWork,
  scheduleSources,
  workOnSources,
} from '../features/catalog/sources/sources.jobs.ts';
import { scheduleAccountJobs, workOnAccounts } from '../features/identity/accounts/accounts.jobs.ts';
import { scheduleErasures, workOnErasures } from '../features/identity/privacy/privacy.jobs.ts';
import { watchMailAlarms } from '../features/mail/alarms/index.ts';
import { scheduleMailAnalyticsJobs, workOnMailAnalytics } from '../features/mail/analytics/analytics.jobs.ts';
import type { MailSender } from '../features/mail/sending/index.ts';
import { scheduleBroadcastJobs, workOnBroadcasts } from '../features/messaging/broadcasts/broadcasts.jobs.ts';
import {
  createAttemptJournal,
  createEmailChannel,
  createFarewellSender,
  createUnsubscribeTokens,
} from '../features/messaging/channels/email/index.ts';
import { createDeliveryWorker, type DeliveryWorker } from '../features/messaging/deliveries/index.ts';
import { scheduleDigestJobs, workOnDigests } from '../features/messaging/digests/digests.jobs.ts';
import { scheduleEventJobs, workOnEvents } from '../features/messaging/events/events.jobs.ts';
import { scheduleInboxJobs, workOnInboxes } from '../features/messaging/inbox/inbox.jobs.ts';
import { scheduleTopicJobs, workOnTopics } from '../features/messaging/topics/topics.jobs.ts';
import type { Features } from './features.ts';
import { startMailFeedback } from './mail-feedback.ts';
import { createConfiguredInstrument } from './mail-tracking.ts';
import type { Platform } from './platform.ts';
import { relevanceChecks } from './relevance.ts';

/** Everything that happens without somebody asking: tasks, schedules and deliveries. */
export interface Background {
  wakeDeliveries(): void;
  /** Finishes what is in flight. */
  stop(): Promise<void>;
}

/** @param mailSender undefined: this instance sends no mail */
export async function startBackground(
  platform: Platform,
  features: Features,
  mailSender: MailSender | undefined,
): Promise<Background> {
  const { database, clock, logger, config } = platform;
  const { queue, jobs, matching, sources, accounts, topics, events, digests, upkeep } = features;

  workOnAccounts(queue, { database, logger, accounts });
  workOnErasures(queue, {
    privacy: features.privacy,
    farewell:
      mailSender === undefined ? null : createFarewellSender({ clock, mailSender, from: config.mail.from }),
  });
  workOnJobs(queue, { database, logger, jobs, topics });
  workOnTopics(queue, { database, logger, topics });
  workOnEvents(queue, { database, events });
  workOnBroadcasts(queue, { database, runner: features.broadcastRunner });
  workOnDigests(queue, { database, clock, logger, digests });
  workOnInboxes(queue, { logger, upkeep });
  workOnMatching({ queue, database, clock, matching });
  workOnSources(queue, sources);
  workOnMailAnalytics(queue, { database, ...features });
  workOnReminders(queue, { logger, reminders: features.reminders });
  await queue.start();
  await database.transaction((tx) => sources.closeInterruptedRuns(tx));
  await scheduleAccountJobs(queue);
  await scheduleErasures(queue);
  await scheduleJobs(queue);
  await scheduleTopicJobs(queue);
  await scheduleEventJobs(queue);
  await scheduleBroadcastJobs(queue);
  await scheduleDigestJobs(queue);
  await scheduleInboxJobs(queue);
  await scheduleMatchingJobs(queue);
  await scheduleReminders(queue);
  await scheduleMailAnalyticsJobs(queue);
  await scheduleSources(createSourceWork(queue), sources);

  const feedback = await startMailFeedback(platform, features);
  const email = mailSender === undefined ? undefined : createEmailWorker(platform, features, mailSender);
  email?.start();
  const watch = watchMailAlarms(features.mailAlarms, logger);
  return {
    wakeDeliveries: () => email?.wake(),
    async stop() {
      await feedback.close();
      await Promise.all([email?.stop(config.shutdownSeconds * 1_000), queue.stop(), watch.stop()]);
      // Tasks tell people things too, so this comes after them.
      await events.close();
    },
  };
}

function createEmailWorker(platform: Platform, features: Features, mailSender: MailSender): DeliveryWorker {
  const { database, clock, logger, metrics, config, secret } = platform;
  const worker = createDeliveryWorker({
    database,
    clock,
    logger,
    sender: createEmailChannel({
      clock,
      mailSender,
      from: config.mail.from,
      publicUrl: config.http.publicUrl,
      tokens: createUnsubscribeTokens(secret),
      bounceDomain: config.mail.bounceDomain,
      texts: features.texts,
      instrument: createConfiguredInstrument(platform),
    }),
    journal: createAttemptJournal(features.mailEvents),
    recipients: features.accounts,
    preferences: features.preferences,
    digestWindows: features.digestWindows,
    relevance: relevanceChecks(features),
    refreshes: features.digests.refreshes,
    suppressions: features.suppressions,
    bulkGate: features.mailAlarms,
  });
  metrics.watchBreaker(worker.breaker);
  return worker;
}
