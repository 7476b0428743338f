import { applicationData } from '../features/activity/applications/index.ts';
import { type Companies, companyData } from '../features/catalog/companies/index.ts';
import { postingData } from '../features/catalog/jobs/index.ts';
import { markData } from '../features/catalog/marks/index.ts';
import { matchData } from '../features/catalog/matching/index.ts';
import { type Accounts, accountData } from '../features/identity/accounts/index.ts';
import { createPrivacy, type PersonalData, type Privacy } from '../features/identity/privacy/index.ts';
import { eraseAccountsTask } from '../features/identity/privacy/privacy.jobs.ts';
import { mailEventData } from '../features/mail/events/index.ts';
import { type Suppressions, suppressionData } from '../features/mail/suppressions/index.ts';
import { broadcastData } from '../features/messaging/broadcasts/index.ts';
import { notificationData } from '../features/messaging/deliveries/index.ts';
import { eventData } from '../features/messaging/events/index.ts';
import { mailboxData } from '../features/messaging/mailbox/index.ts';
import { forgetApplicant, type Notifications } from '../features/messaging/notifications/index.ts';
import { preferenceData } from '../features/messaging/preferences/index.ts';
import { presenceData } from '../features/messaging/presence/index.ts';
import { templateData } from '../features/messaging/templates/index.ts';
import { lookData } from '../features/messaging/trace/index.ts';
import type { Queue } from '../platform/queue/index.ts';
import type { Platform } from './platform.ts';

/** All that is kept of people, in the order in which it is exported and erased. */
export function personalData({
  companies,
  suppressions,
}: {
  readonly companies: Companies;
  readonly suppressions: Suppressions;
}): readonly PersonalData[] {
  return [
    ...accountData,
    ...matchData,
    ...markData,
    ...applicationData({ companies, forgetApplicant }),
    ...notificationData,
    ...preferenceData,
    ...eventData,
    ...broadcastData,
    ...templateData,
    ...presenceData,
    ...lookData,
    mailEventData,
    ...suppressionData(suppressions),
    mailboxData,
    // Whose company it is decides what becomes of the jobs, so the membership goes after them.
    postingData,
    ...companyData,
  ];
}

/** Export and erasure, tied to what they are recorded by and to the queue. */
export function createConfiguredPrivacy(
  { database, clock, logger }: Platform,
  features: {
    readonly accounts: Accounts;
    readonly companies: Companies;
    readonly notifications: Notifications;
    readonly queue: Queue;
    readonly suppressions: Suppressions;
  },
): Privacy {
  const { accounts, notifications, queue } = features;
  return createPrivacy({
    database,
    clock,
    logger,
    accounts,
    parts: personalData(features),
    events: {
      async dataExported(tx, userId, client) {
        await notifications.notify(tx, {
          kind: 'security_alert',
          userId,
          payload: { event: 'data_exported', at: clock.now().toISOString(), client },
        });
      },
      erasureRequested: (tx) => queue.enqueue(tx, eraseAccountsTask, {}, { singletonKey: 'requested' }),
      forgetTasks: (tx, userId) => queue.forget(tx, userId),
    },
  });
}
