export {
  createMailEvents,
  type MailEvent,
  type MailEventListener,
  type MailEvents,
  type MailReport,
} from './mail-events.ts';
export { mailEventData } from './personal-data.ts';
