export { examineMailProvider } from './check-provider.ts';
export { createMailProvider } from './create-provider.ts';
