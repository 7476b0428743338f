import type { MailTemplate } from './templates.ts';

/** Stand around each word of a language in the MJML of a shipped mail; no text has them. */
const wordOpening = '\ue000';
const wordClosing = '\ue001';
const word = /\ue000([^\ue000\ue001]*)\ue001/g;

/** Marks what is said in a language, as against how it looks. */
export const marked = (text: string): string => `${wordOpening}${text}${wordClosing}`;

/**
 * A mail that we ship. Its look is compiled once for all languages and kinds that share it, so that a better sentence
 * needs no compiler; `html` is what both make together, for whoever begins a text of their own with it.
 */
export interface ShippedMail extends MailTemplate {
  readonly layout: {
    /** MJML with `[[0]]`, `[[1]]` and so on in the place of words. */
    readonly mjml: string;
    readonly words: readonly string[];
  };
}

/** @param mail its MJML with what is said marked */
export function shippedMail({ html, ...rest }: MailTemplate): ShippedMail {
  const said: string[] = [];
  const mjml = html.replaceAll(word, (_, text: string) => `[[${said.push(text) - 1}]]`);
  return { ...rest, html: inWords(mjml, said), layout: { mjml, words: said } };
}

/** Puts the words into a layout, whether it is compiled or not. */
export function inWords(layout: string, said: readonly string[]): string {
  return layout.replaceAll(/\[\[(\d+)\]\]/g, (_, place: string) => said[Number(place)] ?? '');
}

/** The same mail with all of its words changed, such as by the typography of a language. */
export function mapWords(mail: ShippedMail, change: (text: string) => string): ShippedMail {
  const said = mail.layout.words.map(change);
  return {
    subject: change(mail.subject),
    preheader: change(mail.preheader),
    html: inWords(mail.layout.mjml, said),
    text: change(mail.text),
    layout: { mjml: mail.layout.mjml, words: said },
  };
}
