import { z } from 'zod';
import { localeSchema, pageQuerySchema, timestampSchema, timeZoneSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { type MailCounter, mailCounters } from './values.ts';

/** What is counted of mails, each by the moment when it happened. */
const mailCountsSchema = z.object({
  /** A provider has taken it. */
  sent: z.int(),
  /** It bounced before any provider had taken it, so that it is not among `sent`. */
  refused: z.int(),
  delivered: z.int(),
  /** Attempts that were put off. */
  deferred: z.int(),
  bounced_hard: z.int(),
  bounced_soft: z.int(),
  bounced_blocked: z.int(),
  bounced_content: z.int(),
  complained: z.int(),
  /** Mails that a person has opened; the first time counts. */
  human_opens: z.int(),
  machine_opens: z.int(),
  /** Links that a person has followed; each link of a mail counts once. */
  human_clicks: z.int(),
  machine_clicks: z.int(),
  unsubscribed: z.int(),
} satisfies Record<MailCounter, z.ZodType>);

export const mailFiguresSchema = mailCountsSchema.extend({
  /** From a provider's taking it to its delivery, in seconds, estimated from a histogram; null: nothing was delivered. */
  delivery_seconds: z.object({ median: z.number().nullable(), p95: z.number().nullable() }),
});
export type MailFigures = z.infer<typeof mailFiguresSchema>;

/** Days for which counters are kept, and with that the longest range. */
export const mailCountersKeptDays = 400;
/** Days that can be shown hour by hour. */
const hourlyDays = 32;
const dayMs = 24 * 3_600_000;

const filtersShape = {
  /** Both ends are whole hours: `from` is rounded down, `to` up. */
  from: timestampSchema,
  to: timestampSchema,
  kind: kindSchema.optional(),
  locale: localeSchema.optional(),
  /** 0: the template that is shipped. */
  template_version: z.coerce.number<number | string>().int().min(0).optional(),
  provider: z.string().min(1).max(100).optional(),
  /** Of the recipients. */
  domain: z.string().toLowerCase().min(1).max(253).optional(),
};
type Filters = Pick<z.infer<z.ZodObject<typeof filtersShape>>, keyof typeof filtersShape>;

const rangeDays = ({ from, to }: Pick<Filters, 'from' | 'to'>) => (Date.parse(to) - Date.parse(from)) / dayMs;
const isForward = (query: Filters) => rangeDays(query) > 0;
const notForward = { path: ['to'], error: 'must be after from' };
const isShortEnough = (query: Filters) => rangeDays(query) <= mailCountersKeptDays;
const tooLong = { path: ['to'], error: `must be at most ${mailCountersKeptDays} days after from` };
/** Counts are kept by what a mail was and by where it went, not by both. */
const asksForBoth = ({ kind, locale, template_version: version }: Filters, byDomain: boolean) =>
  byDomain && (kind !== undefined || locale !== undefined || version !== undefined);
const both = { path: ['domain'], error: 'cannot be combined with a kind, locale or template version' };

export const mailAnalyticsQuerySchema = z
  .object({
    ...filtersShape,
    /** Hours for at most 32 days. */
    interval: z.enum(['hour', 'day']).default('day'),
    /** Where days begin. Counts are by whole hours of UTC: one that lies in two days counts for the first. */
    time_zone: timeZoneSchema.default('UTC'),
  })
  .refine(isForward, notForward)
  .refine(isShortEnough, tooLong)
  .refine((query) => query.interval === 'day' || rangeDays(query) <= hourlyDays, {
    path: ['interval'],
    error: `can be hour for at most ${hourlyDays} days`,
  })
  .refine((query) => !asksForBoth(query, query.domain !== undefined), both);
export type MailAnalyticsQuery = z.output<typeof mailAnalyticsQuerySchema>;

export const mailAnalyticsSchema = z.object({
  from: timestampSchema,
  to: timestampSchema,
  totals: mailFiguresSchema,
  /** Every hour or day of the range, the oldest first. */
  series: z.array(mailFiguresSchema.extend({ start: timestampSchema })),
});
export type MailAnalytics = z.infer<typeof mailAnalyticsSchema>;

export const mailGroupings = ['template', 'kind', 'provider', 'domain'] as const;
export const mailGroupingSchema = z.enum(mailGroupings);
export type MailGrouping = z.infer<typeof mailGroupingSchema>;

const groupsShape = {
  ...filtersShape,
  group_by: mailGroupingSchema.default('template'),
  /** By which figure they are ranked, the highest first. */
  sort: z.enum(mailCounters).default('sent'),
};
const asksGroupsForBoth = (query: Filters & { readonly group_by: MailGrouping }) =>
  asksForBoth(query, query.domain !== undefined || query.group_by === 'domain') ||
  (query.domain !== undefined && (query.group_by === 'template' || query.group_by === 'kind'));

export const mailGroupsExportQuerySchema = z
  .object(groupsShape)
  .refine(isForward, notForward)
  .refine(isShortEnough, tooLong)
  .refine((query) => !asksGroupsForBoth(query), both);
export type MailGroupsExportQuery = z.output<typeof mailGroupsExportQuerySchema>;

export const mailGroupsQuerySchema = pageQuerySchema
  .extend(groupsShape)
  .refine(isForward, notForward)
  .refine(isShortEnough, tooLong)
  .refine((query) => !asksGroupsForBoth(query), both);
export type MailGroupsQuery = z.output<typeof mailGroupsQuerySchema>;

/** What a row is about; what it is not grouped by, or is not known, is null. */
export const mailGroupSchema = mailFiguresSchema.extend({
  kind: z.string().nullable(),
  locale: z.string().nullable(),
  /** 0: the template that is shipped. */
  template_version: z.int().nullable(),
  provider: z.string().nullable(),
  domain: z.string().nullable(),
});
export type MailGroup = z.infer<typeof mailGroupSchema>;

/** Most rows of an exported table. */
export const maximumExportedMailGroups = 10_000;
