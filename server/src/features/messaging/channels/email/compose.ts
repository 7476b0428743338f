import { describeTerms, type Kind, kindNames, kinds, type MatchReason } from '@rolecall/contract';
import type { OutgoingDelivery } from '../../deliveries/index.ts';
import { matchReasonNames, renderActions, renderInboxText } from '../../notifications/index.ts';
import { createEngine, type ParsedTemplate } from './engine.ts';
import { toLine } from './headers.ts';
import { baseHtml, baseText, buttonHtml, headlineHtml } from './templates/base.ts';
import { english } from './templates/english.ts';

/** The parts of a mail that a person reads. */
export interface ComposedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface Composer {
  /** @param unsubscribeUrl null for a mandatory kind */
  compose(delivery: OutgoingDelivery, unsubscribeUrl: string | null): ComposedMail;
}

/** Templates exist in one language so far; this is theirs, not the recipient's. */
const language = 'en';

/** @param publicUrl origin that links start with, without a trailing slash */
export function createComposer(publicUrl: string): Composer {
  const htmlEngine = createEngine('html', { base: baseHtml, headline: headlineHtml, button: buttonHtml });
  const textEngine = createEngine('text', { base: baseText });
  const inLayout = (body: string) => `{% layout 'base' %}{% block body %}${body}{% endblock %}`;
  const parsed = new Map<Kind, Record<'subject' | 'preheader' | 'html' | 'text', ParsedTemplate>>(
    kindNames.map((kind) => [
      kind,
      {
        subject: textEngine.parse(english[kind].subject),
        preheader: textEngine.parse(english[kind].preheader),
        html: htmlEngine.parse(inLayout(english[kind].html)),
        text: textEngine.parse(inLayout(english[kind].text)),
      },
    ]),
  );

  return {
    compose({ kind, payload, recipient }, unsubscribeUrl) {
      const template = parsed.get(kind);
      if (template === undefined) throw new Error(`there is no mail for ${kind}`);
      const { title, message } = renderInboxText(kind, payload, recipient.locale);
      const action = renderActions(kind, payload, recipient.locale).find(({ path }) => path !== null);
      const view = {
        ...kinds[kind].payload.parse(payload),
        ...jobReasons(payload),
        name: recipient.name,
        title,
        message,
        action_label: action?.label ?? 'Open Rolecall',
        action_url: `${publicUrl}${action?.path ?? '/notifications'}`,
      };
      const subject = toLine(template.subject.renderToString(view));
      const frame = {
        ...view,
        subject,
        preheader: toLine(template.preheader.renderToString(view)),
        lang: language,
        why: english[kind].why,
        unsubscribe_url: unsubscribeUrl,
        preferences_url: `${publicUrl}/settings/notifications`,
      };
      return {
        subject,
        html: template.html.renderToString(frame),
        text: `${template.text.renderToString(frame).trim()}\n`,
      };
    },
  };
}

/** Reasons that agree in nothing that could be named, as a sentence of their own. */
const plainReasons: Partial<Record<MatchReason['code'], string>> = {
  pay: 'The pay reaches what you ask for',
  remote: 'It can be done remotely',
};

/** The reasons of a match in words. */
function jobReasons(payload: Readonly<Record<string, unknown>>) {
  const alert = kinds.job_alert.payload.safeParse(payload);
  if (!alert.success) return {};
  const reasons = alert.data.reasons.map((reason) => ({
    name: plainReasons[reason.code] ?? capitalize(matchReasonNames[reason.code]),
    terms: describeTerms(reason).slice(0, 8).join(', '),
  }));
  return { reasons };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
