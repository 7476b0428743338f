import { me } from './account.ts';
import { applications } from './applications.ts';
import { auth } from './authentication.ts';
import { broadcasts } from './broadcasts.ts';
import { digests } from './digests.ts';
import { events } from './events.ts';
import { instance } from './instance.ts';
import { jobs } from './jobs.ts';
import { mailAnalytics } from './mail-analytics.ts';
import { mailSending } from './mail-sending.ts';
import { mailbox, notifications } from './notifications.ts';
import { operator } from './operator.ts';
import { preferences } from './preferences.ts';
import { privacy } from './privacy.ts';
import { suppressions } from './suppressions.ts';
import { templates } from './templates.ts';
import { people, trace } from './trace.ts';

/** Every operation of the REST interface. The server mounts it, the client calls it, OpenAPI describes it. */
export const api = {
  instance,
  auth,
  me,
  jobs,
  applications,
  notifications,
  digests,
  preferences,
  events,
  broadcasts,
  mailbox,
  mailAnalytics,
  mailSending,
  operator,
  suppressions,
  templates,
  people,
  privacy,
  trace,
};
