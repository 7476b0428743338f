export { type ApiKeys, createApiKeys, isApiKey } from './api-keys.ts';
export { sweepApiKeys } from './sweep.ts';
