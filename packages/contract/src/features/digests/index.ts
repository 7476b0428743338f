export * from './payload.ts';
export * from './schemas.ts';
export * from './values.ts';
