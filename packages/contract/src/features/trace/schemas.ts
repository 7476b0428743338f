import { z } from 'zod';
import { channelSchema } from '../../core/channels.ts';
import { categorySchema, prioritySchema } from '../../core/kind.ts';
import { idSchema, timestampSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { subjectSchema } from '../../kinds/subjects.ts';
import { deliveryStatuses } from '../deliveries/status.ts';
import { digestFrequencySchema } from '../digests/payload.ts';
import { matchSchema } from '../matching/match.ts';

/** What a step of a notification's story is: what raised it, how well it fits, what was decided, tried and received. */
export const traceStages = ['event', 'match', 'decision', 'attempt', 'receipt'] as const;
export const traceStageSchema = z.enum(traceStages);
export type TraceStage = z.infer<typeof traceStageSchema>;

export const traceStepSchema = z.object({
  stage: traceStageSchema,
  /** Stable: the reason code of a decision or an attempt, `raised`, `matched`, `in_inbox`, `seen`, `read`, `archived`… */
  code: z.string(),
  /** Null for what concerns every channel. */
  channel: channelSchema.nullable(),
  /** When it happened; of a step that repeated, the last time. */
  at: timestampSchema,
  /** How often in a row. */
  times: z.int().min(1),
  /** Until when it waits from here on. */
  until: timestampSchema.nullable(),
  /** The step in a sentence of the reader's language. */
  text: z.string(),
  /** What a mail server answered; for operators only. */
  detail: z.string().nullable(),
  /** The page of the web app where what decided can be changed. */
  path: z.string().nullable(),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/** Where a notification stands on one channel. */
export const traceChannelSchema = z.object({
  channel: channelSchema,
  status: z.enum([...deliveryStatuses, 'in_inbox', 'withheld']),
  reason: z.string(),
  text: z.string(),
  /** What it waits for; null: for nothing any more. */
  due_at: timestampSchema.nullable(),
  /** The digest that collects it or has carried it. */
  digest: z
    .object({
      frequency: digestFrequencySchema,
      status: z.enum(['open', 'sent', 'empty']),
      closes_at: timestampSchema,
      /** The notification that the digest became. */
      notification_id: idSchema.nullable(),
    })
    .nullable(),
  path: z.string().nullable(),
});
export type TraceChannel = z.infer<typeof traceChannelSchema>;

/** The whole story of one notification, without its payload. */
export const traceSchema = z.object({
  notification_id: idSchema,
  user_id: idSchema,
  kind: kindSchema,
  category: categorySchema,
  priority: prioritySchema,
  title: z.string(),
  message: z.string(),
  /** What it is about, as its sender named it. */
  subject: z.string().nullable(),
  /** What of it can be muted, the narrowest first. */
  subjects: z.array(z.string()),
  /** The person gets at most one notification with it. */
  dedupe_key: z.string().nullable(),
  created_at: timestampSchema,
  expires_at: timestampSchema.nullable(),
  /** Why it is not in the inbox although its kind would be. */
  withheld: z.string().nullable(),
  /** With the score from which on the person wants to hear of jobs. */
  match: matchSchema.extend({ minimum: z.int().min(0).max(100) }).nullable(),
  /** What it sums up, the best first, in the words of the inbox. */
  parts: z.array(
    z.object({ kind: kindSchema, title: z.string(), message: z.string(), path: z.string().nullable() }),
  ),
  channels: z.array(traceChannelSchema),
  /** In their order. Of the log of a delivery the newest 200 entries are told. */
  steps: z.array(traceStepSchema),
});
export type Trace = z.infer<typeof traceSchema>;

export const whyQuerySchema = z.object({ subject: subjectSchema });

/** Why somebody has been told nothing about a subject. */
export const absenceSchema = z.object({
  /** Stable, for example `place`, `below_minimum`, `same_vacancy`. */
  code: z.string(),
  text: z.string(),
  /** How well it fits and how well it has to, where that decided. */
  score: z.int().nullable(),
  minimum: z.int().nullable(),
  /** The page of the web app where what decided can be changed. */
  path: z.string().nullable(),
  /** The notification about another posting of the same vacancy. */
  notification_id: idSchema.nullable(),
});
export type Absence = z.infer<typeof absenceSchema>;

export const whySchema = z.object({
  subject: z.string(),
  /** What the person has been told about it, or would have been: the newest first, 20 at most. */
  traces: z.array(traceSchema),
  /** Why there is none; null: there are some. */
  absence: absenceSchema.nullable(),
});
export type Why = z.infer<typeof whySchema>;
