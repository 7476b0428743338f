import type { TemplateChannel, TemplateContent } from '@rolecall/contract';

export type TemplateValues = Readonly<Record<string, string>>;

interface FieldDescription {
  readonly name: 'title' | 'message' | 'subject' | 'preheader' | 'html' | 'text';
  /** Lines that are shown. */
  readonly rows: number;
  /** The message that says more. */
  readonly hint?: 'field_preheader_hint' | 'field_html_hint';
}

export const templateFields: Readonly<Record<TemplateChannel, readonly FieldDescription[]>> = {
  inbox: [
    { name: 'title', rows: 3 },
    { name: 'message', rows: 6 },
  ],
  email: [
    { name: 'subject', rows: 1 },
    { name: 'preheader', rows: 1, hint: 'field_preheader_hint' },
    { name: 'html', rows: 16, hint: 'field_html_hint' },
    { name: 'text', rows: 10 },
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
