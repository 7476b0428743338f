import type { AuditActionDefinition } from './core/audit.ts';
import * as crossKindFeatures from './cross-kind-features.ts';
import * as features from './features.ts';
import { collect } from './fold.ts';

/** All that is written down in the audit log, as the features declare it. */
export const auditActions = collect({ ...features, ...crossKindFeatures }, 'audit');

export type AuditAction = keyof typeof auditActions;

const isAuditAction = (name: string): name is AuditAction => Object.hasOwn(auditActions, name);

export const auditActionNames: readonly AuditAction[] = Object.keys(auditActions)
  .filter(isAuditAction)
  .sort();

/** What is known of an action; undefined for one that this version does not have any more. */
export const auditActionOf = (name: string): AuditActionDefinition | undefined =>
  isAuditAction(name) ? auditActions[name] : undefined;
