export { type AlarmNews, createMailAlarms, type MailAlarms } from './alarms.ts';
export { watchMailAlarms } from './watch.ts';
export { alarmWords } from './words.ts';
