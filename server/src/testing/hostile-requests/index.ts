export { type Answer, codeOf, faultOf } from './answers.ts';
export { type Operation, readOperations } from './document.ts';
export { type Caller, type HostileRequest, hostileRequests, validRequest } from './requests.ts';
export type { Known } from './valid.ts';
