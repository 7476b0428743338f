export * from './mutes.ts';
export * from './schemas.ts';
export * from './settings.ts';
export * from './summary/index.ts';
