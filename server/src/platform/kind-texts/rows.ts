import { type Block, block } from './block.ts';
import { marked } from './shipped-mail.ts';

const linkStyle = 'class="link" style="color:#0f5c4d"';

export const headline = (text: string): Block =>
  block(
    `<mj-text padding="0 0 10px" font-family="'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif" font-size="24px" line-height="31px" font-weight="700"><h1 style="margin:0;font-size:24px;line-height:31px">${marked(text)}</h1></mj-text>`,
    text,
  );

/** A paragraph; its own line breaks stay. */
export const paragraph = (text: string): Block =>
  block(`<mj-text><p style="margin:0;white-space:pre-line">${marked(text)}</p></mj-text>`, text);

/** What is said beside the matter, in a softer colour. */
export const soft = (text: string): Block =>
  block(
    `<mj-text css-class="soft" color="#555f5a" font-size="15px" line-height="22px"><p style="margin:0">${marked(text)}</p></mj-text>`,
    text,
  );

export const subheading = (text: string): Block =>
  block(
    `<mj-text font-weight="600" padding="8px 0 4px"><h2 style="margin:0;font-size:16px;line-height:25px">${marked(text)}</h2></mj-text>`,
    text,
  );

/** What somebody else has written, where there is something. */
export const quotation = (field: string): Block =>
  block(
    `{% if ${field} != blank %}<mj-text padding="4px 0 16px"><blockquote style="margin:0;padding:2px 0 2px 14px;border-left:3px solid #b9c7c2;white-space:pre-line">{{ ${field} }}</blockquote></mj-text>{% endif %}`,
    `{% if ${field} != blank %}{{ ${field} | quote }}{% endif %}`,
  );

/** A name and a value, shown where `field` of the view is neither empty nor missing. */
export type Fact = readonly [name: string, value: string, field: string];

/** Steps, one after the other. */
export const steps = (...texts: readonly string[]): Block =>
  block(
    `<mj-text><ol style="margin:0;padding:0 0 0 22px">${texts.map((text) => `<li style="padding:0 0 6px">${marked(text)}</li>`).join('')}</ol></mj-text>`,
    texts.map((text, place) => `${place + 1}. ${text}`).join('\n'),
  );

/** A text that leads somewhere. */
export const link = (url: string, label: string): string => `<a href="${url}" ${linkStyle}>${label}</a>`;

/** The one thing to do. @param colon as the language sets it */
export const button = (colon: string): Block =>
  block(
    '<mj-button href="{{ action_url }}">{{ action_label }}</mj-button>',
    `{{ action_label }}${colon}\n{{ action_url }}`,
  );

/** Names and their values. @param colon as the language sets it */
export const facts = (colon: string, ...rows: readonly Fact[]): Block =>
  block(
    `<mj-table padding="2px 0 14px">${rows
      .map(
        ([name, value, field]) =>
          `{% if ${field} != blank %}<tr><td class="soft" valign="top" style="padding:2px 16px 2px 0;color:#555f5a;white-space:nowrap">${marked(name)}</td><td valign="top" width="100%" style="padding:2px 0">${marked(value)}</td></tr>{% endif %}`,
      )
      .join('')}</mj-table>`,
    rows
      .map(([name, value, field]) => `{% if ${field} != blank %}${name}${colon} ${value}\n{% endif %}`)
      .join(''),
  );
