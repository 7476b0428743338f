import { z } from 'zod';

/** What a person can mute: a job, an application or a company. */
export const subjectSchema = z
  .string()
  .regex(/^(?:job|application|company):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, {
    error: 'must be a subject such as job:<id>',
  });

const fields = [
  ['application_id', 'application'],
  ['job_id', 'job'],
  ['company_id', 'company'],
] as const;

/** The subjects that a notification is about, by the fields of its payload; the narrowest first. */
export function subjectsOf(payload: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap(([field, prefix]) => {
    const id = payload[field];
    return typeof id === 'string' ? [`${prefix}:${id}`] : [];
  });
}
