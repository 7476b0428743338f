import { z } from 'zod';

/** What a person switches on and off. */
export const categories = [
  'jobs',
  'applications',
  'recruiting',
  'career',
  'messages',
  'digests',
  'announcements',
  'account',
  'services',
  'security',
] as const;
export const categorySchema = z.enum(categories);
export type Category = z.infer<typeof categorySchema>;

/** Ways to a person. The inbox always has the notification; `realtime` is its live push to open sockets. */
export const channels = ['inbox', 'email'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/** A channel that has to carry something somewhere; the inbox is written with the notification itself. */
export const deliveryChannels = ['email'] as const satisfies readonly Channel[];
export const deliveryChannelSchema = z.enum(deliveryChannels);
export type DeliveryChannel = z.infer<typeof deliveryChannelSchema>;

export const priorities = ['low', 'medium', 'high', 'urgent'] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

/** What a button of a notification does; its label is a text of the reader's language. */
export const actionIds = [
  'open_job',
  'open_matches',
  'save_job',
  'hide_job',
  'open_application',
  'open_applicants',
  'withdraw_application',
  'open_profile',
  'search_jobs',
  'post_job',
  'verify_email',
  'reset_password',
  'review_security',
  'open_inbox',
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

/** Pictures that the web app ships, at `/notification-images/<name>.svg`. */
export const kindImages = [
  'job',
  'match',
  'pay',
  'deadline',
  'applicant',
  'application',
  'interview',
  'offer',
  'attention',
  'profile',
  'skill',
  'achievement',
  'insight',
  'welcome',
  'security',
  'announcement',
  'maintenance',
  'digest',
  'message',
  'service',
] as const;
export type KindImage = (typeof kindImages)[number];

export interface KindDefinition<Payload extends z.ZodType = z.ZodType> {
  /** What a notification of this kind carries, as it is stored. */
  readonly payload: Payload;
  readonly category: Category;
  readonly priority: Priority;
  /** Channels that it takes unless the person has decided otherwise. */
  readonly defaultChannels: readonly Channel[];
  /** A mandatory kind ignores preferences, caps and quiet hours. */
  readonly mandatory: boolean;
  /** Whether it may wait in a digest. What may not counts against the caps of a day, and goes out all the same. */
  readonly digestible: boolean;
  /** It reaches people between 08:00 and 20:00 of their day only, whatever their quiet hours are. */
  readonly daytimeOnly: boolean;
  /** Hours after which it is of no use to anybody any more; null: never. */
  readonly expiresAfterHours: number | null;
  /** Days after which it is deleted from the inbox, unless it is pinned. */
  readonly keptForDays: number;
  readonly image: KindImage;
  /** In one sentence, for the reference of events and the settings page. */
  readonly description: string;
}

type Given<Payload extends z.ZodType> = Omit<
  KindDefinition<Payload>,
  'mandatory' | 'digestible' | 'daytimeOnly' | 'keptForDays' | 'defaultChannels'
> &
  Partial<
    Pick<
      KindDefinition<Payload>,
      'mandatory' | 'digestible' | 'daytimeOnly' | 'keptForDays' | 'defaultChannels'
    >
  >;

/** Unless it says otherwise a kind is in the inbox and mailed, may wait in a digest, and is kept for half a year. */
export const define = <Payload extends z.ZodType>(given: Given<Payload>): KindDefinition<Payload> => ({
  mandatory: false,
  digestible: true,
  daytimeOnly: false,
  keptForDays: 180,
  defaultChannels: ['inbox', 'email'],
  ...given,
});
