import type { TemplateChannel, TemplateContent } from '@rolecall/contract';

export type TemplateValues = Readonly<Record<string, string>>;

interface FieldDescription {
  readonly name: string;
  readonly label: string;
  /** Lines that are shown. */
  readonly rows: number;
  readonly hint?: string;
}

export const templateFields: Readonly<Record<TemplateChannel, readonly FieldDescription[]>> = {
  inbox: [
    { name: 'title', label: 'Title', rows: 3 },
    { name: 'message', label: 'Message', rows: 6 },
  ],
  email: [
    { name: 'subject', label: 'Subject', rows: 1 },
    {
      name: 'preheader',
      label: 'Preview line',
      rows: 1,
      hint: 'What mail programs show beside the subject.',
    },
    {
      name: 'html',
      label: 'Body (MJML)',
      rows: 16,
      hint: 'Sections of MJML with Liquid in them. Plain HTML works too.',
    },
    { name: 'text', label: 'Body (plain text)', rows: 10 },
  ],
};

export const valuesOf = (content: TemplateContent): TemplateValues => ({ ...content });

export function contentOf(channel: TemplateChannel, values: TemplateValues): TemplateContent {
  const value = (name: string) => values[name] ?? '';
  return channel === 'inbox'
    ? { title: value('title'), message: value('message') }
    : {
        subject: value('subject'),
        preheader: value('preheader'),
        html: value('html'),
        text: value('text'),
      };
}
