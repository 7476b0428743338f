export { createDns } from './dns.ts';
export { verifyMailSetup } from './verify.ts';
