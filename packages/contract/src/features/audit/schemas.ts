import { z } from 'zod';
import { auditSubjects } from '../../core/audit.ts';
import { idSchema, lineSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';

/**
 * Who did it: a `person` in the web app, a program of theirs by an `api_key`, the `command_line` of the machine, or the
 * `system` itself.
 */
export const auditActorTypes = ['person', 'api_key', 'command_line', 'system'] as const;
export const auditActorTypeSchema = z.enum(auditActorTypes);
export type AuditActorType = z.infer<typeof auditActorTypeSchema>;

export const auditSubjectSchema = z.enum(auditSubjects);

/** Short values by the names that the action declares. */
export const auditValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
export type AuditValues = z.infer<typeof auditValuesSchema>;

export const auditEntrySchema = z.object({
  id: idSchema,
  at: timestampSchema,
  actor: z.object({
    type: auditActorTypeSchema,
    /** Null for the command line and the system. Of an erased person: a pseudonym. */
    user_id: idSchema.nullable(),
    /** Null when the account is gone, too. */
    name: z.string().nullable(),
    /** The network that it came from: `192.0.2.0/24`, `2001:db8:1::/48`. */
    network: z.string().nullable(),
  }),
  /** Its name, such as `address_suppressed`. Versions to come may have more of them. */
  action: z.string(),
  subject: z.object({
    type: auditSubjectSchema,
    id: z.string(),
    /** Of a person who still has an account. */
    name: z.string().nullable(),
  }),
  before: auditValuesSchema.nullable(),
  after: auditValuesSchema.nullable(),
  reason: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const filters = {
  /** The person who did it. */
  actor_id: idSchema.optional(),
  subject_type: auditSubjectSchema.optional(),
  subject_id: lineSchema(200).optional(),
  action: lineSchema(60).optional(),
  /** From then on. */
  from: timestampSchema.optional(),
  /** Before then. */
  to: timestampSchema.optional(),
};

export const auditListQuerySchema = pageQuerySchema.extend(filters);

export const auditExportFormats = ['csv', 'ndjson'] as const;
export const auditExportQuerySchema = z.object({
  format: z.enum(auditExportFormats).default('csv'),
  ...filters,
});
