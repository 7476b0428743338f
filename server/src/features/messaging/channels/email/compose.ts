import { kindNames, kinds } from '@rolecall/contract';
import { type MailAttachment, splitMailbox } from '../../../mail/message/index.ts';
import { bodyMark, createEngine, shippedHtml, type Texts } from '../../texts/index.ts';
import type { OutgoingDelivery } from '../channel.ts';
import { calendarOf } from './calendar.ts';
import { digestView } from './digest-view.ts';
import { frameText } from './frame.ts';
import { type MarkLink, markView } from './mark-links.ts';

/** The parts of a mail that a person reads. */
export interface ComposedMail {
  readonly subject: string;
  /** What mail programs show beside the subject; it is in the HTML too. */
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** What comes along, such as an entry for calendars. */
  readonly attachments: readonly MailAttachment[];
  /** Of the published template that said it; null: the shipped one. */
  readonly templateVersion: number | null;
}

export interface Composer {
  /** @param unsubscribeUrl null for a mandatory kind */
  compose(
    delivery: Pick<OutgoingDelivery, 'kind' | 'payload' | 'recipient' | 'createdAt'>,
    unsubscribeUrl: string | null,
  ): ComposedMail;
}

/**
 * @param publicUrl origin that links start with, without a trailing slash
 * @param markLink of mails that go out; without it, of samples, such a link leads to the jobs
 * @param from whom entries for calendars are: `Name <address>` or an address
 */
export function createComposer(
  publicUrl: string,
  texts: Texts,
  from: string,
  markLink: MarkLink = () => `${publicUrl}/jobs`,
): Composer {
  const organizer = splitMailbox(from).address;
  const frames = { html: parseFrame('html', shippedHtml().frame), text: parseFrame('text', frameText) };

  return {
    compose(delivery, unsubscribeUrl) {
      const { kind, payload, recipient } = delivery;
      const calendar = calendarOf(delivery, { publicUrl, organizer, texts });
      const { frame, colon } = texts.language(recipient.locale);
      const action = texts.actions(kind, payload, recipient).find(({ path }) => path !== null);
      const view = {
        ...emptyFields.get(kind),
        ...kinds[kind].payload.parse(payload),
        ...texts.inbox(kind, payload, recipient),
        ...digestView(kind, payload, recipient, { texts, publicUrl }),
        ...markView(kind, payload, recipient.user_id, markLink),
        ...(calendar === null ? {} : { calendar: calendar.links }),
        name: addressee(recipient),
        action_label: action?.label ?? frame.open,
        action_url: `${publicUrl}${action?.path ?? '/notifications'}`,
        base_url: publicUrl,
      };
      const { subject, preheader, html, text, styles, templateVersion } = texts.mail(kind, view, recipient);
      const around = {
        subject,
        preheader,
        styles,
        lang: recipient.locale,
        why: texts.shipped(kind).why[recipient.locale],
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
      return {
        subject,
        preheader,
        html: inFrame('html', html),
        text: `${inFrame('text', text).trim()}\n`,
        attachments: calendar === null ? [] : [calendar.attachment],
        templateVersion,
      };
    },
  };
}

/** What a mail calls its reader: nothing, while anybody may have signed up with the address and written the name. */
export const addressee = ({
  name,
  email_verified,
}: Pick<OutgoingDelivery['recipient'], 'name' | 'email_verified'>) => (email_verified ? name : '');

/** A frame in two halves: a body is put between them as it is, since it has been escaped already. */
function parseFrame(format: 'html' | 'text', frame: string) {
  const engine = createEngine(format);
  const [above = '', below = ''] = frame.split(bodyMark);
  return [engine.parse(above), engine.parse(below)] as const;
}

/**
 * Every field that a payload can have, empty, by kind: a template that asks for one that is not there gets its answer
 * without an error being made on the way.
 */
const emptyFields = new Map(
  kindNames.map((kind) => [
    kind,
    Object.fromEntries(Object.keys(kinds[kind].payload.shape).map((field) => [field, null])),
  ]),
);
