export { createEvents, type Events, type LiveMessages, type UserNotification } from './events.ts';
export { eventData } from './personal-data.ts';
