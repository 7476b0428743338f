import type { Instance } from '@rolecall/contract';
import { instanceRoutes } from '../edges/http/instance.ts';
import { applicationRoutes } from '../features/activity/applications/applications.routes.ts';
import { jobRoutes } from '../features/catalog/jobs/jobs.routes.ts';
import { markRoutes } from '../features/catalog/marks/marks.routes.ts';
import { matchingRoutes } from '../features/catalog/matching/matching.routes.ts';
import { searchRoutes } from '../features/catalog/search/search.routes.ts';
import { sourceRoutes } from '../features/catalog/sources/sources.routes.ts';
import { accountRoutes } from '../features/identity/accounts/accounts.routes.ts';
import { peopleRoutes } from '../features/identity/people/people.routes.ts';
import { privacyRoutes } from '../features/identity/privacy/privacy.routes.ts';
import { profileRoutes } from '../features/identity/profiles/profiles.routes.ts';
import { ticketRoutes } from '../features/identity/tickets/tickets.routes.ts';
import { addressRoutes } from '../features/mail/addresses/addresses.routes.ts';
import { mailAlarmRoutes } from '../features/mail/alarms/alarms.routes.ts';
import { mailAnalyticsRoutes } from '../features/mail/analytics/analytics.routes.ts';
import { sendingRoutes } from '../features/mail/sending/sending.routes.ts';
import { suppressionRoutes } from '../features/mail/suppressions/suppressions.routes.ts';
import { broadcastRoutes } from '../features/messaging/broadcasts/broadcasts.routes.ts';
import { deliveryRoutes } from '../features/messaging/deliveries/deliveries.routes.ts';
import { digestRoutes } from '../features/messaging/digests/digests.routes.ts';
import { eventRoutes } from '../features/messaging/events/events.routes.ts';
import { inboxRoutes } from '../features/messaging/inbox/inbox.routes.ts';
import { mailboxRoutes } from '../features/messaging/mailbox/mailbox.routes.ts';
import { preferenceRoutes } from '../features/messaging/preferences/preferences.routes.ts';
import { presenceRoutes } from '../features/messaging/presence/presence.routes.ts';
import { templateRoutes } from '../features/messaging/templates/templates.routes.ts';
import { traceRoutes } from '../features/messaging/trace/trace.routes.ts';
import type { OverviewReader } from '../features/oversight/overview/index.ts';
import { overviewRoutes } from '../features/oversight/overview/overview.routes.ts';
import type { Route } from '../platform/http/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './platform.ts';

/** Every endpoint of the interface with its implementation. */
export function createRoutes(
  { database, clock, config, logger }: Platform,
  features: Features,
  overview: OverviewReader,
  instance: Instance,
): Route[] {
  return [
    ...instanceRoutes(instance),
    ...accountRoutes({ database, ...features }),
    ...profileRoutes({ database, ...features }),
    ...privacyRoutes({ clock, ...features }),
    ...ticketRoutes({ database, ...features }),
    ...jobRoutes({ database, ...features }),
    ...markRoutes({ database, ...features }),
    ...searchRoutes(features),
    ...matchingRoutes(features),
    ...sourceRoutes({ database, ...features }),
    ...applicationRoutes({ database, ...features }),
    ...eventRoutes(features),
    ...broadcastRoutes({ database, ...features }),
    ...digestRoutes({ database, ...features }),
    ...inboxRoutes({ database, ...features }),
    ...templateRoutes({ database, ...features }),
    ...preferenceRoutes({ database, ...features }),
    ...deliveryRoutes({ database, ...features }),
    ...sendingRoutes({ database, ...features }),
    ...addressRoutes(),
    ...suppressionRoutes({ database, clock, ...features }),
    ...traceRoutes({ database, ...features }),
    ...mailAnalyticsRoutes({ database, ...features }),
    ...mailAlarmRoutes({ database, logger, ...features }),
    ...peopleRoutes({ database, ...features }),
    ...presenceRoutes({ database, ...features }),
    ...mailboxRoutes({ database, mailbox: config.mailbox.enabled ? features.mailbox : null }),
    ...overviewRoutes(overview),
  ];
}
