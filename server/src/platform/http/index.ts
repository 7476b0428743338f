export * from './origins.ts';
export * from './route.ts';
export * from './storable.ts';
export * from './visitors.ts';
