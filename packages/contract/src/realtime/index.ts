export * from './messages.ts';
export * from './stream.ts';
export * from './topics.ts';
