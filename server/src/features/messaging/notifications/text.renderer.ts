import type { ActionId, Kind } from '@rolecall/contract';
import type { z } from 'zod';

/** What the inbox, a toast and a push message say. */
export interface InboxText {
  readonly title: string;
  readonly message: string;
}

/** Renders a payload as it is stored; null: it does not fit its kind. */
export type Renderer = (payload: unknown) => InboxText | null;

/** Everything that is said in one language. */
export interface Language {
  readonly texts: Readonly<Record<Kind, Renderer>>;
  /** Labels of buttons; those of a link that its sender has named stand in the payload. */
  readonly actions: Readonly<Record<ActionId, string>>;
  /** What several of a group are, to stand behind their number: `4 new jobs at Acme`. */
  readonly groups: Readonly<Record<GroupedKind, (about: string) => string>>;
}

/** Kinds of which several about the same can be shown as one. */
export type GroupedKind = 'job_alert' | 'job_posted' | 'application_received' | 'chat_message';

/** Binds a text to the payload that it tells of. */
export function renderer<Payload extends z.ZodType>(
  payload: Payload,
  render: (payload: z.output<Payload>) => InboxText,
): Renderer {
  return (stored) => {
    const parsed = payload.safeParse(stored);
    return parsed.success ? render(parsed.data) : null;
  };
}
