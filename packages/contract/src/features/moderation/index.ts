export * from './flags.ts';
export * from './labels.ts';
export * from './schemas.ts';
export * from './values.ts';
