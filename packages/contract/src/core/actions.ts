import { z } from 'zod';

/** What a button of a notification does; its label is a text of the reader's language. */
export const actionIds = [
  'open_job',
  'open_matches',
  'open_alert',
  'save_job',
  'hide_job',
  'open_application',
  'open_applicants',
  'withdraw_application',
  'open_profile',
  'search_jobs',
  'post_job',
  'open_company',
  'verify_email',
  'reset_password',
  'review_security',
  'open_inbox',
  'open_kept_out',
  'open_preferences',
  'open_link',
] as const;
export const actionIdSchema = z.enum(actionIds);
export type ActionId = z.infer<typeof actionIdSchema>;

/** A button: it leads to a page of the web app, or calls an operation of the interface. The first one is the main one. */
export type ActionTarget =
  | { readonly id: ActionId; readonly path: string }
  | {
      readonly id: ActionId;
      readonly call: { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly path: `/api/v1/${string}` };
    };

/** A button as a reader sees it. */
export const notificationActionSchema = z.object({
  id: actionIdSchema,
  label: z.string(),
  path: z.string().nullable(),
  call: z.object({ method: z.enum(['POST', 'PUT', 'DELETE']), path: z.string() }).nullable(),
});
export type NotificationAction = z.infer<typeof notificationActionSchema>;
