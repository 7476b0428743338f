export * from './origins.ts';
export * from './pagination.ts';
export * from './route.ts';
