export { createDns } from './dns.ts';
export { checkSenderDomain, type SenderIdentity, type SendingHost } from './sender-domain.ts';
