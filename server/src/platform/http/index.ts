export * from './pagination.ts';
export * from './route.ts';
