import type { Kind } from '@rolecall/contract';
import type { z } from 'zod';

export interface InboxText {
  readonly title: string;
  readonly message: string;
  /** A label and a path of the web app. */
  readonly action: { readonly label: string; readonly path: string } | null;
}

/** Renders a payload as it is stored; null: it does not fit its kind. */
export type Renderer = (payload: unknown) => InboxText | null;

/** The texts of one language. */
export type Renderers = Readonly<Record<Kind, Renderer>>;

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
