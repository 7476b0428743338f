export { deliveriesFeature } from './features/deliveries/feature.ts';
export { digestsFeature } from './features/digests/feature.ts';
export { inboxFeature } from './features/inbox/feature.ts';
export { mailAnalyticsFeature } from './features/mail-analytics/feature.ts';
export { notificationsFeature } from './features/notifications/feature.ts';
export { peopleFeature } from './features/people/feature.ts';
export { templatesFeature } from './features/templates/feature.ts';
export { traceFeature } from './features/trace/feature.ts';
