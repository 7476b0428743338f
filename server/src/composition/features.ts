import { closeCodes, type Notification } from '@rolecall/contract';
import { encodeNotification, jobPostedMessage } from '../edges/ws/index.ts';
import {
  type Applications,
  createApplications,
  createResumes,
  type Resumes,
} from '../features/activity/applications/index.ts';
import { type Companies, createCompanies } from '../features/catalog/companies/index.ts';
import { createJobs, type Jobs } from '../features/catalog/jobs/index.ts';
import { closeExpiredJobsTask } from '../features/catalog/jobs/jobs.jobs.ts';
import { createMatching, type Matching } from '../features/catalog/matching/index.ts';
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
import { createTickets, type Tickets } from '../features/identity/tickets/index.ts';
import {
  createUnsubscribeTokens,
  createUnsubscription,
  type Unsubscription,
} from '../features/messaging/channels/email/index.ts';
import { createDeliveries, type Deliveries } from '../features/messaging/deliveries/index.ts';
import {
  createInbox,
  createInboxStreams,
  type Inbox,
  type InboxStreams,
} from '../features/messaging/inbox/index.ts';
import { createMailbox, type Mailbox } from '../features/messaging/mailbox/index.ts';
import { createNotifications, type Notifications } from '../features/messaging/notifications/index.ts';
import { createPreferences, type Preferences } from '../features/messaging/preferences/index.ts';
import { createQueue, type Queue } from '../platform/queue/index.ts';
import { createPublisher, type RealtimePublisher, typeGroup } from '../platform/realtime/index.ts';
import { createLivePush } from './live-push.ts';
import { createPeople, type People } from './people.ts';
import type { Platform } from './platform.ts';

/** All features of one process, tied to each other. Nothing works in the background yet. */
export interface Features extends People {
  readonly queue: Queue;
  readonly publisher: RealtimePublisher<Notification>;
  readonly tickets: Tickets;
  readonly preferences: Preferences;
  readonly notifications: Notifications;
  readonly inbox: Inbox;
  readonly streams: InboxStreams;
  readonly deliveries: Deliveries;
  readonly mailbox: Mailbox;
  readonly unsubscription: Unsubscription;
  readonly companies: Companies;
  readonly jobs: Jobs;
  readonly search: Search;
  readonly sources: Sources;
  readonly matching: Matching;
  readonly applications: Applications;
  readonly resumes: Resumes;
}

/** Jobs of one commit beyond which they are not told to sockets one by one. */
const announcedJobs = 50;

/** Tasks that a process may enqueue, whether or not it works on them. */
const tasks = [
  matchJobsTask,
  rescoreTask,
  runSourceTask,
  scheduledSourceTask,
  closeExpiredJobsTask,
  sweepAccountsTask,
];

export interface FeatureHooks {
  /** Something is due for the delivery workers of this process. */
  wakeDeliveries(): void;
  /** Whether a hint about this person could reach a socket; false saves reading what nobody waits for. */
  mayBeConnected(userId: string): boolean;
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
  const matchingEvents = createMatchingEvents({ queue, clock });
  const companies = createCompanies({ clock });

  const { accounts, profiles } = createPeople(platform, {
    createCompany: companies.createRecruiterCompany,
    companies,
    notifications: () => notifications,
    profileChanged: matchingEvents.profileChanged,
    sessionsEnded: (userId) =>
      publisher.disconnectUser(userId, closeCodes.authenticationFailed, 'all sessions have ended'),
  });
  const tickets = createTickets({ database, clock });

  const recipients = accounts;
  const preferences = createPreferences({ clock });
  const streams = createInboxStreams({ recipients });
  const livePush = createLivePush({
    database,
    logger,
    streams,
    publisher,
    mayBeConnected: hooks.mayBeConnected,
  });
  const { wakeDeliveries } = hooks;
  const deliveries = createDeliveries({ database, clock, recipients, wakeDeliveries });
  const notifications = createNotifications({
    database,
    clock,
    recipients,
    preferences,
    availableChannels: new Set(config.mail.enabled ? (['email'] as const) : []),
    livePush,
    wakeDeliveries,
  });
  const inbox = createInbox({
    database,
    clock,
    recipients,
    livePush,
    cancelDeliveries: deliveries.cancelRead,
  });
  const unsubscription = createUnsubscription({
    database,
    logger,
    preferences,
    tokens: createUnsubscribeTokens(secret),
    publicUrl,
  });

  const applications = createApplications({ database, clock, companies, notifications });
  const resumes = createResumes({
    database,
    clock,
    companies,
    uploadLimitBytes: config.http.uploadLimitBytes,
  });
  const matching = createMatching({ database, clock, seekers: profiles, notifications });
  const jobs = createJobs({
    database,
    clock,
    companies,
    events: {
      async jobsPublished(tx, jobIds) {
        await matchingEvents.jobsPublished(tx, jobIds);
        database.afterCommit(() => announceJobs(jobIds));
      },
    },
    extras: {
      matchFor: (viewer, job) => matching.matchFor(viewer, job),
      applicationOf: applications.applicationOf,
    },
    numbers: applications,
  });

  /** Tells the sockets that follow new jobs; a large import is not read aloud. */
  function announceJobs(jobIds: readonly string[]): void {
    if (jobIds.length > announcedJobs) return;
    jobs
      .readJobs(database.query, jobIds)
      .then((rows) => {
        for (const { id, title, company_name, places, skills } of rows) {
          const job = { id, title, companyName: company_name, location: places[0] ?? null, skills };
          publisher.publishToTopic(
            typeGroup('job_posted', 'job_seeker'),
            jobPostedMessage(job, clock.now().toISOString()),
          );
        }
      })
      .catch((error: unknown) => logger.warn({ err: error }, 'new jobs could not be announced'));
  }

  return {
    queue,
    publisher,
    accounts,
    profiles,
    tickets,
    preferences,
    notifications,
    inbox,
    streams,
    deliveries,
    mailbox: createMailbox({ clock }),
    unsubscription,
    companies,
    jobs,
    search: createSearch({ database, clock }),
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
    resumes,
  };
}
