export * from './content.ts';
export * from './schemas.ts';
