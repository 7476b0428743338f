export * from './labels.ts';
export * from './match.ts';
export * from './schemas.ts';
