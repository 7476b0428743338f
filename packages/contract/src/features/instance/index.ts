export * from './demo.messages.ts';
export * from './schemas.ts';
