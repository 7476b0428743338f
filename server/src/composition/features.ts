import { closeCodes, type Notification } from '@rolecall/contract';
import { encodeNotification } from '../edges/ws/index.ts';
import {
  type Applications,
  createApplications,
  createInterviews,
  createResumes,
  type Interviews,
  type Resumes,
} from '../features/activity/applications/index.ts';
import { createReminders, type Reminders } from '../features/activity/reminders/index.ts';
import { sweepRemindersTask, tellRemindersTask } from '../features/activity/reminders/reminders.jobs.ts';
import { type Companies, createCompanies } from '../features/catalog/companies/index.ts';
import { createJobs, type Jobs } from '../features/catalog/jobs/index.ts';
import {
  announceJobsTask,
  closeExpiredJobsTask,
  enqueueAnnouncement,
} from '../features/catalog/jobs/jobs.jobs.ts';
import { createMarks, type Marks } from '../features/catalog/marks/index.ts';
import { createMatching, createUntold, type Matching } from '../features/catalog/matching/index.ts';
import {
  createMatchingEvents,
  matchJobsTask,
  rescoreTask,
} from '../features/catalog/matching/matching.jobs.ts';
import { createSearch, type Search } from '../features/catalog/search/index.ts';
import { createSources, type Sources } from '../features/catalog/sources/index.ts';
import {
  createSourceWork,
  runSourceTask,
  scheduledSourceTask,
} from '../features/catalog/sources/sources.jobs.ts';
import { sweepAccountsTask } from '../features/identity/accounts/accounts.jobs.ts';
import { createPeopleSearch, type PeopleSearch } from '../features/identity/people/index.ts';
import type { Privacy } from '../features/identity/privacy/index.ts';
import { eraseAccountsTask } from '../features/identity/privacy/privacy.jobs.ts';
import { createTickets, type Tickets } from '../features/identity/tickets/index.ts';
import type { MailAlarms } from '../features/mail/alarms/index.ts';
import { pruneMailTask } from '../features/mail/analytics/analytics.jobs.ts';
import { createMailAnalytics, type MailAnalytics } from '../features/mail/analytics/index.ts';
import { createMailEvents, type MailEvents } from '../features/mail/events/index.ts';
import {
  createSendingOverview,
  domainOf,
  type MailSender,
  type SendingOverview,
} from '../features/mail/sending/index.ts';
import { createSuppressions, type Suppressions } from '../features/mail/suppressions/index.ts';
import { runBroadcastTask, sweepBroadcastsTask } from '../features/messaging/broadcasts/broadcasts.jobs.ts';
import {
  createUnsubscribeTokens,
  createUnsubscription,
  type Unsubscription,
} from '../features/messaging/channels/email/index.ts';
import { createDeliveries, type Deliveries } from '../features/messaging/deliveries/index.ts';
import { createDigestWindows, type DigestWindows } from '../features/messaging/digest-windows/index.ts';
import { closeDigestsTask } from '../features/messaging/digests/digests.jobs.ts';
import { createDigests, type Digests } from '../features/messaging/digests/index.ts';
import { forgetKeysTask } from '../features/messaging/events/events.jobs.ts';
import { createEvents, type Events } from '../features/messaging/events/index.ts';
import { tidyInboxesTask, wakeSnoozedTask } from '../features/messaging/inbox/inbox.jobs.ts';
import {
  createInbox,
  createInboxStreams,
  createUpkeep,
  type Inbox,
  type InboxStreams,
  type Upkeep,
} from '../features/messaging/inbox/index.ts';
import { createMailbox, type Mailbox } from '../features/messaging/mailbox/index.ts';
import {
  createNotifications,
  lockInboxes,
  type Notifications,
} from '../features/messaging/notifications/index.ts';
import {
  createMutes,
  createPreferences,
  createTestMessages,
  type Mutes,
  type Preferences,
  type TestMessages,
} from '../features/messaging/preferences/index.ts';
import { createPresence, type Presence } from '../features/messaging/presence/index.ts';
import { reportBroken } from '../features/messaging/templates/index.ts';
import { createTexts, type Texts } from '../features/messaging/texts/index.ts';
import { createTopics, type Topics } from '../features/messaging/topics/index.ts';
import { pruneTopicsTask } from '../features/messaging/topics/topics.jobs.ts';
import { createTraces, type Traces } from '../features/messaging/trace/index.ts';
import { createQueue, type Queue } from '../platform/queue/index.ts';
import { createPublisher, type RealtimePublisher } from '../platform/realtime/index.ts';
import { type BroadcastFeatures, createBroadcastFeatures } from './broadcasts.ts';
import { digestFacts } from './digest-facts.ts';
import { createLivePush } from './live-push.ts';
import { createConfiguredMailAlarms } from './mail-alarms.ts';
import { createPeople, type People } from './people.ts';
import type { Platform } from './platform.ts';
import { createConfiguredPrivacy } from './privacy.ts';
import { relevanceChecks } from './relevance.ts';
import { createTemplateFeatures, type TemplateFeatures } from './templates.ts';

/** All features of one process, tied to each other. Nothing works in the background yet. */
export interface Features extends People, BroadcastFeatures, TemplateFeatures {
  readonly queue: Queue;
  readonly publisher: RealtimePublisher<Notification>;
  readonly tickets: Tickets;
  readonly preferences: Preferences;
  readonly mutes: Mutes;
  readonly testMessages: TestMessages;
  readonly digestWindows: DigestWindows;
  readonly digests: Digests;
  readonly presence: Presence;
  readonly texts: Texts;
  readonly notifications: Notifications;
  readonly inbox: Inbox;
  readonly streams: InboxStreams;
  readonly upkeep: Upkeep;
  readonly topics: Topics;
  readonly events: Events;
  readonly deliveries: Deliveries;
  readonly mailEvents: MailEvents;
  readonly sendingOverview: SendingOverview;
  readonly mailAnalytics: MailAnalytics;
  readonly suppressions: Suppressions;
  readonly mailAlarms: MailAlarms;
  readonly traces: Traces;
  readonly peopleSearch: PeopleSearch;
  readonly privacy: Privacy;
  readonly mailbox: Mailbox;
  readonly unsubscription: Unsubscription;
  readonly companies: Companies;
  readonly jobs: Jobs;
  readonly marks: Marks;
  readonly search: Search;
  readonly sources: Sources;
  readonly matching: Matching;
  readonly applications: Applications;
  readonly interviews: Interviews;
  readonly reminders: Reminders;
  readonly resumes: Resumes;
}

/** Tasks that a process may enqueue, whether or not it works on them. */
const tasks = [
  matchJobsTask,
  rescoreTask,
  runSourceTask,
  scheduledSourceTask,
  announceJobsTask,
  closeExpiredJobsTask,
  pruneTopicsTask,
  forgetKeysTask,
  closeDigestsTask,
  wakeSnoozedTask,
  tidyInboxesTask,
  sweepAccountsTask,
  runBroadcastTask,
  sweepBroadcastsTask,
  eraseAccountsTask,
  tellRemindersTask,
  sweepRemindersTask,
  pruneMailTask,
];

export interface FeatureHooks {
  /** Something is due for the delivery workers of this process. */
  wakeDeliveries(): void;
  /** Whether a hint about this person could reach a socket; false saves reading what nobody waits for. */
  mayBeConnected(userId: string): boolean;
  /** Undefined, or left out: this process sends no mail. */
  mailSender?(): MailSender | undefined;
}

export function createFeatures(platform: Platform, hooks: FeatureHooks): Features {
  const { config, database, clock, logger, bus, secret, httpClient } = platform;
  const { publicUrl } = config.http;

  const queue = createQueue({
    database,
    logger,
    tasks,
    drainSeconds: config.shutdownSeconds,
    ...(config.database.url === undefined ? {} : { postgresUrl: config.database.url }),
  });
  const publisher = createPublisher({ bus, clock, encode: encodeNotification });
  const topics = createTopics({ database, clock, push: publisher });
  const suppressions = createSuppressions({ clock, logger, secret });
  const matchingEvents = createMatchingEvents({ queue, clock });
  const companies = createCompanies({ clock });

  const { accounts, profiles } = createPeople(platform, {
    createCompany: companies.createRecruiterCompany,
    remindOfProfile: (tx, userId) => reminders.profileChanged(tx, userId),
    companies,
    notifications: () => notifications,
    suppressions,
    async profileChanged(tx, userId) {
      await matchingEvents.profileChanged(tx, userId);
      // What waits to be told is locked before inboxes.
      await reminders.profileChanged(tx, userId);
      await preferences.profileChanged(tx, userId);
    },
    sessionsEnded: (userId) =>
      publisher.disconnectUser(userId, closeCodes.authenticationFailed, 'all sessions have ended'),
  });
  const tickets = createTickets({ database, clock });

  const recipients = accounts;
  const digestWindows = createDigestWindows();
  const preferences = createPreferences({
    clock,
    profiles,
    lockInbox: (tx, userId) => lockInboxes(tx, [userId], clock.now()),
    async settingsChanged(tx, { userId, settings, timeZone }) {
      await deliveries.reconsider(tx, userId);
      await digestWindows.reschedule(tx, userId, settings.digest, timeZone, clock.now());
    },
  });
  const presence = createPresence({ clock, recipients });
  const texts = createTexts(reportBroken(logger));
  const streams = createInboxStreams({ recipients, texts });
  const livePush = createLivePush({ publisher, clock, texts, mayBeConnected: hooks.mayBeConnected });
  const { wakeDeliveries } = hooks;
  const deliveries = createDeliveries({ database, clock, recipients, wakeDeliveries });
  const availableChannels = new Set(config.mail.enabled ? (['email'] as const) : []);
  const notifications = createNotifications({
    database,
    clock,
    recipients,
    preferences,
    digestWindows,
    availableChannels,
    presence,
    onlineDelayMs: config.mail.onlineDelaySeconds * 1_000,
    livePush,
    wakeDeliveries,
  });
  const events = createEvents({ database, clock, notifications, topics, live: publisher });
  const inbox = createInbox({
    database,
    clock,
    recipients,
    texts,
    livePush,
    cancelDeliveries: deliveries.cancel,
  });
  const mailAnalytics = createMailAnalytics({ clock });
  const mailAlarms = createConfiguredMailAlarms(platform, {
    notifications: () => notifications,
    deliveries: () => deliveries,
  });
  // Counters are the last that a transaction locks, always in this order.
  const mailEvents = createMailEvents({
    clock,
    listeners: [suppressions.follow, mailAnalytics.count, mailAlarms.count],
  });
  const unsubscription = createUnsubscription({
    database,
    clock,
    logger,
    recipients,
    preferences,
    mailEvents,
    tokens: createUnsubscribeTokens(secret),
    publicUrl,
  });

  const reminders = createReminders({
    database,
    clock,
    notifications,
    followUpDays: config.followUpDays,
  });
  const applications = createApplications({
    database,
    clock,
    companies,
    notifications,
    events: reminders,
  });
  const interviews = createInterviews({ clock, companies, notifications, events: reminders });
  const resumes = createResumes({
    database,
    clock,
    companies,
    uploadLimitBytes: config.http.uploadLimitBytes,
    events: { resumesChanged: reminders.profileChanged },
  });
  const untold = createUntold({ seekers: profiles, applicationOf: applications.applicationOf });
  const matching = createMatching({ database, clock, seekers: profiles, notifications });
  const broadcastFeatures = createBroadcastFeatures(platform, {
    accounts,
    queue,
    notifications,
    events,
    texts,
  });
  const marks = createMarks({ database, clock, events: reminders });
  const digests = createDigests({
    database,
    clock,
    logger,
    recipients,
    preferences,
    notifications,
    availableChannels,
    relevance: relevanceChecks({ matching, marks, reminders, ...broadcastFeatures }),
    facts: digestFacts(clock),
    texts,
  });
  const jobs = createJobs({
    database,
    clock,
    companies,
    events: {
      async jobsPublished(tx, jobIds) {
        await matchingEvents.jobsPublished(tx, jobIds);
        await enqueueAnnouncement(queue, tx, jobIds);
      },
      jobsChanged: reminders.jobsChanged,
    },
    extras: {
      matchFor: (viewer, job) => matching.matchFor(viewer, job),
      applicationOf: applications.applicationOf,
      markOf: async (viewer, jobId) =>
        (await marks.marksOf(database.query, viewer.userId, [jobId])).get(jobId) ?? null,
    },
    numbers: applications,
  });

  return {
    queue,
    publisher,
    accounts,
    profiles,
    tickets,
    preferences,
    mutes: createMutes({ clock }),
    testMessages: createTestMessages({ clock, recipients, notifications }),
    digestWindows,
    digests,
    presence,
    texts,
    notifications,
    inbox,
    streams,
    upkeep: createUpkeep({ database, clock, livePush }),
    topics,
    events,
    deliveries,
    mailEvents,
    sendingOverview: createSendingOverview({
      clock,
      logger,
      providers: config.mailbox.enabled ? [{ name: 'smtp', kind: 'smtp' }] : config.mail.providers,
      warmUp:
        config.mail.warmUpStart === undefined
          ? null
          : { domain: domainOf(config.mail.from), start: config.mail.warmUpStart },
    }),
    mailAnalytics,
    suppressions,
    mailAlarms,
    traces: createTraces({ clock, recipients, absences: untold, texts }),
    peopleSearch: createPeopleSearch(),
    privacy: createConfiguredPrivacy(platform, { accounts, companies, notifications, queue, suppressions }),
    mailbox: createMailbox({ clock }),
    unsubscription,
    companies,
    jobs,
    marks,
    search: createSearch({ database, clock, marks }),
    sources: createSources({
      database,
      clock,
      logger,
      httpClient,
      jobs,
      work: createSourceWork(queue),
    }),
    matching,
    applications,
    interviews,
    reminders,
    resumes,
    ...broadcastFeatures,
    ...createTemplateFeatures(platform, { accounts, texts, mailSender: () => hooks.mailSender?.() }),
  };
}
