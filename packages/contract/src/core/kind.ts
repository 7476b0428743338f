import { z } from 'zod';
import { type Category, categories } from '../constants.ts';
import type { ActionTarget } from './actions.ts';
import { type Channel, channels, type DeliveryChannel } from './channels.ts';

export const categorySchema = z.enum(categories);

export const priorities = ['low', 'medium', 'high', 'urgent'] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

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

/** Something that a notification sums up, as a notification of its own would carry it. */
export interface KindPart {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a notification sums up. */
export interface SummedUp {
  /** What it names, the best first. */
  readonly parts: readonly KindPart[];
  /** How many more it counts. */
  readonly more: number;
}

export interface KindDefinition<Payload extends z.ZodType = z.ZodType> {
  /** What a notification of this kind carries, as it is stored. */
  readonly payload: Payload;
  readonly category: Category;
  readonly priority: Priority;
  /** Payloads that make it urgent, whatever its priority is. */
  readonly isUrgent: (payload: Readonly<Record<string, unknown>>) => boolean;
  /** Channels that it takes unless the person has decided otherwise. */
  readonly defaultChannels: readonly Channel[];
  /** A mandatory kind ignores preferences, caps and quiet hours. */
  readonly mandatory: boolean;
  /** It goes out although the account of its person is disabled. */
  readonly reachesDisabled: boolean;
  /** Whether it may wait in a digest. What may not counts against the caps of a day, and goes out all the same. */
  readonly digestible: boolean;
  /** Channels that carry it to whoever has caused it, as a record or for a calendar; an own action never rings. */
  readonly ownActionBy: readonly DeliveryChannel[];
  /** It reaches people between 08:00 and 20:00 of their day only, whatever their quiet hours are. */
  readonly daytimeOnly: boolean;
  /** Hours after which it is of no use to anybody any more; null: never. */
  readonly expiresAfterHours: number | null;
  /** Days after which it is deleted from the inbox, unless it is pinned. */
  readonly keptForDays: number;
  readonly image: KindImage;
  /** The buttons for a payload as it is stored; none for one that does not fit the kind any more. */
  readonly actions: (stored: unknown) => readonly ActionTarget[];
  /** What a payload sums up, each of which a digest tells by itself; null: a kind that sums up nothing. */
  readonly sumsUp: ((stored: unknown) => SummedUp) | null;
  /** What it is called in English, for operators and headings. */
  readonly label: string;
  /** In one sentence, for the reference of events and the settings page. */
  readonly description: string;
}

type Optional =
  | 'isUrgent'
  | 'mandatory'
  | 'reachesDisabled'
  | 'digestible'
  | 'ownActionBy'
  | 'daytimeOnly'
  | 'keptForDays'
  | 'defaultChannels';

type Given<Payload extends z.ZodType> = Omit<KindDefinition<Payload>, Optional | 'actions' | 'sumsUp'> &
  Partial<Pick<KindDefinition<Payload>, Optional>> & {
    readonly actions: (payload: z.output<Payload>) => readonly ActionTarget[];
    readonly sumsUp?: (payload: z.output<Payload>) => SummedUp;
  };

/** Unless it says otherwise a kind is in the inbox and goes by every channel, may wait in a digest, and is kept for half a year. */
export const define = <Payload extends z.ZodType>(given: Given<Payload>): KindDefinition<Payload> => {
  const { actions, sumsUp } = given;
  return {
    isUrgent: () => false,
    mandatory: false,
    reachesDisabled: false,
    digestible: true,
    ownActionBy: [],
    daytimeOnly: false,
    keptForDays: 180,
    defaultChannels: channels,
    ...given,
    actions: (stored) => {
      const parsed = given.payload.safeParse(stored);
      return parsed.success ? actions(parsed.data) : [];
    },
    sumsUp:
      sumsUp === undefined
        ? null
        : (stored) => {
            const parsed = given.payload.safeParse(stored);
            return parsed.success ? sumsUp(parsed.data) : { parts: [], more: 0 };
          },
  };
};
