import type { Migration } from 'kysely/migration';
import { identity } from './0001_identity.ts';
import { catalog } from './0002_catalog.ts';
import { messaging } from './0003_messaging.ts';
import { applications } from './0004_applications.ts';
import { realtime } from './0005_realtime.ts';
import { routing } from './0006_routing.ts';
import { inbox } from './0007_inbox.ts';
import { templates } from './0008_templates.ts';
import { broadcasts } from './0009_broadcasts.ts';
import { reminders } from './0010_reminders.ts';
import { digests } from './0012_digests.ts';
import { trace } from './0013_trace.ts';
import { cascades } from './0014_cascades.ts';
import { mailEvents } from './0015_mail_events.ts';
import { mailSending } from './0016_mail_sending.ts';
import { suppressions } from './0017_suppressions.ts';
import { mailTemplates } from './0018_mail_templates.ts';
import { mailAnalytics } from './0019_mail_analytics.ts';

/** All migrations by name; they run in the order of their names, and a name never changes once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_identity': identity,
  '0002_catalog': catalog,
  '0003_messaging': messaging,
  '0004_applications': applications,
  '0005_realtime': realtime,
  '0006_routing': routing,
  '0007_inbox': inbox,
  '0008_templates': templates,
  '0009_broadcasts': broadcasts,
  '0010_reminders': reminders,
  '0012_digests': digests,
  '0013_trace': trace,
  '0014_cascades': cascades,
  '0015_mail_events': mailEvents,
  '0016_mail_sending': mailSending,
  '0017_suppressions': suppressions,
  '0018_mail_templates': mailTemplates,
  '0019_mail_analytics': mailAnalytics,
};
