export type { MailEvent, MailEventListener, MailReport } from './mail-event.ts';
export { createMailEvents, type MailEvents, type MailEventsRecorded } from './mail-events.ts';
export { plainWords } from './plain-words.ts';
export { judgeRefusal, type Refusal } from './refusals.ts';
export { blamesSender, isUnknownMailbox, mayPass } from './statuses.ts';
