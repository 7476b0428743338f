export { french } from './french.ts';
export { german } from './german.ts';
export { english, type NotificationLabels } from './labels.ts';
export { spanish } from './spanish.ts';
