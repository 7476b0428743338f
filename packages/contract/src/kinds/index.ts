import { z } from 'zod';
import { applicationKinds } from './applications.ts';
import { careerKinds } from './career.ts';
import type { Priority } from './definition.ts';
import { jobKinds } from './jobs.ts';
import { systemKinds } from './system.ts';

export type { InterviewEvent } from './applications.ts';
export {
  type Achievement,
  achievementSchema,
  achievements,
  type ProfilePart,
  profileParts,
} from './career.ts';
export * from './definition.ts';
export * from './digest.ts';
export { linkSchema, pagePathSchema, type SecurityEvent, securityEvents } from './system.ts';

/** The catalogue of everything that Rolecall can tell a person. */
export const kinds = { ...jobKinds, ...applicationKinds, ...careerKinds, ...systemKinds } as const;

export type Kind = keyof typeof kinds;

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);
export const kindNames: readonly Kind[] = Object.keys(kinds).filter(isKind);
export const kindSchema = z.enum(kindNames);

/** What a notification of kind K carries. */
export type KindPayload<K extends Kind> = z.infer<(typeof kinds)[K]['payload']>;

/** How urgent a notification is: that of its kind, but for an interview within the hour. */
export function priorityOf(kind: Kind, payload: Readonly<Record<string, unknown>>): Priority {
  if (kind === 'interview_reminder' && payload['hours_before'] === 1) return 'urgent';
  return kinds[kind].priority;
}
