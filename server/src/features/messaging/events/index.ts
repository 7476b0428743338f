export { createEvents, type Events, type LiveMessages, type UserNotification } from './events.ts';
