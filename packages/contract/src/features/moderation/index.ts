export * from './flags.ts';
export * from './labels.ts';
export * from './schemas.ts';
