export { createReminders, type ReminderQuestion, type Reminders } from './reminders.ts';
export type { ReminderKind } from './source.ts';
