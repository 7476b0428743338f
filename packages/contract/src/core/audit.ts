import type { Locale } from '../constants.ts';

/** What an entry of the audit log is about. `instance`: the installation itself, such as a rule that an operator sets. */
export const auditSubjects = [
  'person',
  'company',
  'job',
  'report',
  'session',
  'credential',
  'suppression',
  'source',
  'template',
  'broadcast',
  'delivery',
  'instance',
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/** Something that is written down when it is done. A feature declares its own, under `audit`. */
export interface AuditActionDefinition {
  readonly subject: AuditSubject;
  /**
   * What may be said of the state before and after it: short values such as a role or a state. Never a secret, a text
   * that somebody wrote, a name or an address: entries outlive the people whom they name.
   */
  readonly fields: readonly string[];
  /** What it is called. */
  readonly words: Readonly<Record<Locale, string>>;
}

/** Declares the actions of a feature, so that the names of their fields are known to the compiler. */
export const defineAuditActions = <const Actions extends Readonly<Record<string, AuditActionDefinition>>>(
  actions: Actions,
): Actions => actions;
