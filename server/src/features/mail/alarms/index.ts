export { isBulkPaused } from './alarms.store.ts';
export { type AlarmChange, createMailAlarms, type MailAlarms } from './alarms.ts';
