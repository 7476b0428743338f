import { z } from 'zod';
import { categorySchema, prioritySchema } from '../../core/kind.ts';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { subjectSchema } from '../../kinds/subjects.ts';
import { notificationCountsSchema } from '../notifications/schemas.ts';
import { inboxStates } from './values.ts';

export const inboxStateSchema = z.enum(inboxStates);

export const inboxFilterSchema = z.object({
  state: inboxStateSchema.default('inbox'),
  category: categorySchema.optional(),
  kind: kindSchema.optional(),
  /** Only what is about this job, application or company. */
  subject: subjectSchema.optional(),
});
export type InboxFilter = z.infer<typeof inboxFilterSchema>;

export const notificationListQuerySchema = pageQuerySchema.extend({
  ...inboxFilterSchema.shape,
  /**
   * Words that the title and the message have, as the person reads them. A call looks through so many and no more, so
   * a page may have less than its `limit` and still lead to another one.
   */
  q: z.string().trim().min(1).max(100).optional(),
});
export type NotificationListQuery = z.infer<typeof notificationListQuerySchema>;

/** For the numbers on tabs: each ends at 100, and they look at no more than the newest 1,000 notifications. */
export const inboxTabsSchema = z.object({
  /** Categories that have something in the inbox. */
  categories: z.array(z.object({ category: categorySchema, total: z.int(), unread: z.int() })),
  pinned: z.int(),
  snoozed: z.int(),
});
export type InboxTabs = z.infer<typeof inboxTabsSchema>;

export const inboxChangeNames = [
  'read',
  'unread',
  'seen',
  'archive',
  'unarchive',
  'snooze',
  'unsnooze',
  'pin',
  'unpin',
  'delete',
] as const;
export const inboxChangeNameSchema = z.enum(inboxChangeNames);
export type InboxChangeName = z.infer<typeof inboxChangeNameSchema>;

/** The most that one call changes by their ids. */
export const mostChangedIds = 100;
/** The most that one call changes by a filter, and puts back. */
export const mostChanged = 500;

export const inboxChangeSchema = z
  .object({
    change: inboxChangeNameSchema,
    /** When a `snooze` ends, at most a year ahead. */
    until: timestampSchema.optional(),
    ids: z.array(idSchema).min(1).max(mostChangedIds).optional(),
    /** In place of `ids`: everything that it lists, up to `up_to_seq`. */
    filter: inboxFilterSchema.optional(),
    /** What arrives meanwhile is beyond it and stays as it is. */
    up_to_seq: z.int().min(0).optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: 'needs either ids or a filter',
    path: ['ids'],
  })
  .refine(({ filter, up_to_seq }) => (filter === undefined) === (up_to_seq === undefined), {
    error: 'belongs to a filter, and a filter needs it',
    path: ['up_to_seq'],
  })
  .refine(({ change, until }) => (change === 'snooze') === (until !== undefined), {
    error: 'belongs to a snooze, and a snooze needs it',
    path: ['until'],
  });
export type InboxChange = z.infer<typeof inboxChangeSchema>;

/** A notification that was changed, with the fields that were and what stood there before. */
export const changedNotificationSchema = z.object({
  id: idSchema,
  was: z
    .object({
      seen_at: timestampSchema.nullable(),
      read_at: timestampSchema.nullable(),
      archived_at: timestampSchema.nullable(),
      snoozed_until: timestampSchema.nullable(),
      pinned_at: timestampSchema.nullable(),
      deleted_at: timestampSchema.nullable(),
    })
    .partial(),
});
export type ChangedNotification = z.infer<typeof changedNotificationSchema>;

export const inboxChangesSchema = z.object({
  /** Sent to `restore`, it undoes exactly this. */
  changed: z.array(changedNotificationSchema),
  /** The filter has more than one call changes: repeat it. */
  more: z.boolean(),
  counts: notificationCountsSchema,
});
export type InboxChanges = z.infer<typeof inboxChangesSchema>;

export const restoreSchema = z.object({ items: z.array(changedNotificationSchema).min(1).max(mostChanged) });

/** Something that a person's own settings kept out of the inbox. */
export const withheldNotificationSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  category: categorySchema,
  priority: prioritySchema,
  title: z.string(),
  message: z.string(),
  created_at: timestampSchema,
  /** Stable code, for example `muted`. */
  reason: z.string(),
  /** The same as a sentence. */
  explanation: z.string(),
});
export type WithheldNotification = z.infer<typeof withheldNotificationSchema>;
