import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';

/** `open`: it fails and is left alone; `half_open`: one mail at a time tries whether it is well again. */
const breakerStateSchema = z.enum(['closed', 'half_open', 'open']);

/** How a provider is doing in one process. */
const providerStateSchema = z.object({
  name: z.string(),
  breaker: breakerStateSchema,
  breaker_reason: z.string().nullable().describe('Why it is not closed; null: it is.'),
  retry_at: timestampSchema.nullable().describe('When the next mail may try it; null: it is not left alone.'),
  rate: z.number().nullable().describe('Mails per second at present, as learned; null: unlimited.'),
  ceiling: z.number().nullable().describe('Mails per second at most, as configured; null: unlimited.'),
  in_flight: z.int().min(0),
  concurrency: z.int().min(1).describe('Mails at the same time at most.'),
  last_error: z.string().nullable(),
  last_error_at: timestampSchema.nullable(),
  last_success_at: timestampSchema.nullable(),
});

const throttledReceiverSchema = z.object({
  name: z.string().describe('A domain, or gmail, outlook or yahoo with all of theirs.'),
  places: z.int().min(1).describe('Mails at the same time.'),
  paused_until: timestampSchema.nullable(),
});

/** What a process that sends mails says of itself. */
export const mailSenderReportSchema = z.object({
  providers: z.array(providerStateSchema),
  throttled: z.array(throttledReceiverSchema),
});
export type MailSenderReport = z.infer<typeof mailSenderReportSchema>;

const processSchema = z.object({
  process_id: idSchema,
  host: z.string().describe('Name of the machine and number of the process.'),
  reported_at: timestampSchema,
});

export const mailProviderSchema = z.object({
  name: z.string(),
  kind: z.enum(['smtp', 'sendgrid', 'ses', 'postmark', 'resend']),
  is_paused: z.boolean().describe('An operator has paused it, for all processes.'),
  processes: z.array(z.object({ ...processSchema.shape, ...providerStateSchema.shape })),
});
export type MailProviderStatus = z.infer<typeof mailProviderSchema>;

/** How mails find a provider that takes them. */
export const mailSendingSchema = z.object({
  providers: z.array(mailProviderSchema).describe('In the order of failover.'),
  throttled: z.array(z.object({ ...processSchema.shape, ...throttledReceiverSchema.shape })),
  warm_up: z
    .object({
      domain: z.string(),
      started_on: z.iso.date(),
      day: z.int().min(1),
      days: z.int().min(1),
      limit: z.int().min(0).describe('Mails of today that are neither urgent nor necessary.'),
      taken: z.int().min(0).describe('What processes have taken of it; some of it may not be sent yet.'),
    })
    .nullable()
    .describe('Null: no new domain is being warmed up.'),
});
export type MailSending = z.infer<typeof mailSendingSchema>;
