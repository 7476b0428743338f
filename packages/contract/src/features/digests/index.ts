export * from './payload.ts';
export * from './schemas.ts';
