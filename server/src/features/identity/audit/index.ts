export { type AuditActor, actorOf, commandLine, system } from './actor.ts';
export { type Audit, createAudit, type NewAuditEntry } from './audit.ts';
