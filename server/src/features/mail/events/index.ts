export {
  createMailEvents,
  type MailEvent,
  type MailEventListener,
  type MailEvents,
  type MailReport,
} from './mail-events.ts';
export { mailEventData } from './personal-data.ts';
export { blamesSender, classOf, isUnknownMailbox, mayPass } from './statuses.ts';
