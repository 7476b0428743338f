export * from './mark.ts';
export * from './schemas.ts';
