export * from './labels.ts';
export * from './schemas.ts';
export * from './staleness.ts';
