export * from './labels.ts';
export * from './schemas.ts';
