export * from './api-keys.ts';
export * from './email-change.ts';
export * from './schemas.ts';
export * from './security-events.ts';
export * from './sessions.ts';
