import type { InboxTemplate, MailTemplate } from '../../../../platform/kind-texts/index.ts';
import type { TextRecipient } from '../language/index.ts';
import { mailParts, refuseUnsafeHtml } from '../layout/index.ts';
import { toLine, toLines } from './clean.ts';
import { createEngine } from './engine.ts';

/** What the inbox, a toast and a push message say. */
export interface InboxText {
  readonly title: string;
  readonly message: string;
}

/** What a mail says inside of its frame. */
export interface MailText {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** Rules that the head of the mail needs for this body; mostly empty. */
  readonly styles: string;
}

/** A mail whose body is HTML, with Liquid in it. */
export interface HtmlMail extends MailTemplate {
  readonly styles: string;
}

type View = Readonly<Record<string, unknown>>;

/** A template that is ready to be filled in. */
export interface CompiledTemplate<Text> {
  /** @throws when the view lacks what the template names, or the result may not be sent */
  render(view: View, recipient: TextRecipient): Text;
}

/** Lengths of what comes out, in UTF-16 units; what is longer is cut. */
const longest = { title: 300, message: 4_000, subject: 250, preheader: 400 } as const;

/** Turns Liquid into what can be filled in many times. What does not parse is thrown with its place. */
export interface TemplateCompiler {
  inbox(template: InboxTemplate): CompiledTemplate<InboxText>;
  mail(template: HtmlMail): CompiledTemplate<MailText>;
}

export function createTemplateCompiler(): TemplateCompiler {
  const text = createEngine('text');
  const html = createEngine('html', { parts: mailParts });
  const safeTags = new Set<string>();
  return {
    inbox(template) {
      const [title, message] = [text.parse(template.title), text.parse(template.message)];
      return {
        render: (view, recipient) => ({
          title: toLine(title.render(view, recipient), longest.title),
          message: toLines(message.render(view, recipient), longest.message),
        }),
      };
    },

    mail(template) {
      const subject = text.parse(template.subject);
      const preheader = text.parse(template.preheader);
      const [body, plain] = [html.parse(template.html), text.parse(template.text)];
      return {
        render(view, recipient) {
          const page = toLines(body.render(view, recipient), Number.POSITIVE_INFINITY);
          refuseUnsafeHtml(page, safeTags);
          return {
            subject: toLine(subject.render(view, recipient), longest.subject),
            preheader: toLine(preheader.render(view, recipient), longest.preheader),
            html: page,
            styles: template.styles,
            text: toLines(plain.render(view, recipient), Number.POSITIVE_INFINITY).replaceAll(
              /\n{3,}/g,
              '\n\n',
            ),
          };
        },
      };
    },
  };
}
