import { z } from 'zod';
import { linkSchema } from '../../core/links.ts';
import { timestampSchema } from '../../core/primitives.ts';
import { featureAnnouncement } from './kinds/feature-announcement.ts';

/** What an operator can tell many people. */
export const broadcastKinds = ['feature_announcement', 'maintenance'] as const;
export const broadcastKindSchema = z.enum(broadcastKinds);
export type BroadcastKind = z.infer<typeof broadcastKindSchema>;

const { title, message } = featureAnnouncement.payload.shape;

/** What it says in one language. */
export const broadcastTextSchema = z.object({
  title,
  message: message.refine((value) => value.trim() !== '', { error: 'must not be empty' }),
  action: linkSchema.nullable().default(null),
});
export type BroadcastText = z.infer<typeof broadcastTextSchema>;

/** A person whose language is missing reads English. */
export const broadcastContentSchema = z.strictObject({
  en: broadcastTextSchema,
  de: broadcastTextSchema.optional(),
  fr: broadcastTextSchema.optional(),
  es: broadcastTextSchema.optional(),
});
export type BroadcastContent = z.infer<typeof broadcastContentSchema>;

/** A broadcast as it is written, without whom it is for. */
export const broadcastMessageSchema = z.object({
  kind: broadcastKindSchema,
  content: broadcastContentSchema,
  /** When the maintenance begins; null: not known, or it is none. */
  starts_at: timestampSchema.nullable().default(null),
  ends_at: timestampSchema.nullable().default(null),
});

/** Only maintenance has a beginning and an end, in this order. */
export function checkMoments({
  value,
  issues,
}: z.core.ParsePayload<z.infer<typeof broadcastMessageSchema>>): void {
  const { kind, starts_at: starts, ends_at: ends } = value;
  const refuse = (field: string, message: string) =>
    issues.push({ code: 'custom', input: value, path: [field], message });
  if (kind !== 'maintenance') {
    if (starts !== null) refuse('starts_at', 'only maintenance has a beginning');
    if (ends !== null) refuse('ends_at', 'only maintenance has an end');
  } else if (starts !== null && ends !== null && Date.parse(starts) >= Date.parse(ends)) {
    refuse('ends_at', 'must be after the beginning');
  }
}
