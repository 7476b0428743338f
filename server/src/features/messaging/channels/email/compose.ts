import { kinds } from '@rolecall/contract';
import type { OutgoingDelivery } from '../../deliveries/index.ts';
import { createEngine, languages, type Texts } from '../../texts/index.ts';
import { digestView } from './digest-view.ts';
import { bodyMark, frameHtml, frameText } from './frame.ts';

/** The parts of a mail that a person reads. */
export interface ComposedMail {
  readonly subject: string;
  /** What mail programs show beside the subject; it is in the HTML too. */
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

export interface Composer {
  /** @param unsubscribeUrl null for a mandatory kind */
  compose(
    delivery: Pick<OutgoingDelivery, 'kind' | 'payload' | 'recipient'>,
    unsubscribeUrl: string | null,
  ): ComposedMail;
}

/** @param publicUrl origin that links start with, without a trailing slash */
export function createComposer(publicUrl: string, texts: Texts): Composer {
  const frames = { html: parseFrame('html', frameHtml), text: parseFrame('text', frameText) };

  return {
    compose({ kind, payload, recipient }, unsubscribeUrl) {
      const { frame, why, colon } = texts.language(recipient.locale);
      const action = texts.actions(kind, payload, recipient).find(({ path }) => path !== null);
      const view = {
        ...kinds[kind].payload.parse(payload),
        ...texts.inbox(kind, payload, recipient),
        ...digestView(kind, payload, recipient, { texts, publicUrl }),
        name: recipient.name,
        action_label: action?.label ?? frame.open,
        action_url: `${publicUrl}${action?.path ?? '/notifications'}`,
        base_url: publicUrl,
      };
      const { subject, preheader, html, text } = texts.mail(kind, view, recipient);
      const around = {
        subject,
        preheader,
        lang: recipient.locale,
        why: why[kind],
        colon,
        stop_label: frame.stop,
        preferences_label: frame.preferences,
        unsubscribe_url: unsubscribeUrl,
        preferences_url: `${publicUrl}/settings/notifications`,
      };
      const inFrame = (format: 'html' | 'text', body: string) => {
        const [above, below] = frames[format];
        return `${above.render(around, recipient)}${body}${below.render(around, recipient)}`;
      };
      return { subject, preheader, html: inFrame('html', html), text: `${inFrame('text', text).trim()}\n` };
    },
  };
}

/** A frame in two halves: a body is put between them as it is, since it has been escaped already. */
function parseFrame(format: 'html' | 'text', frame: string) {
  const engine = createEngine(format, languages);
  const [above = '', below = ''] = frame.split(bodyMark);
  return [engine.parse(above), engine.parse(below)] as const;
}
