export { createSmtpProvider } from './smtp-provider.ts';
