import { type ToneName, tones } from '../mjml/tones.ts';
import { type ShippedMail, shippedMail, words } from './layout.ts';

/** A part of a mail in both of its forms. */
export interface Block {
  /** MJML: what stands in a column, or a section of its own. */
  readonly mjml: string;
  readonly text: string;
  readonly isSection: boolean;
}

const row = (mjml: string, text: string): Block => ({ mjml, text, isSection: false });

const linkStyle = 'class="link" style="color:#1f5f5b"';
const strongLink = 'class="link" style="color:#1f5f5b;font-weight:600"';

export const headline = (text: string): Block =>
  row(
    `<mj-text padding="0 0 10px" font-family="Georgia,'Times New Roman',serif" font-size="24px" line-height="31px" font-weight="700"><h1 style="margin:0;font-size:24px;line-height:31px">${words(text)}</h1></mj-text>`,
    text,
  );

/** A paragraph; its own line breaks stay. */
export const paragraph = (text: string): Block =>
  row(`<mj-text><p style="margin:0;white-space:pre-line">${words(text)}</p></mj-text>`, text);

/** What is said beside the matter, in a softer colour. */
export const soft = (text: string): Block =>
  row(
    `<mj-text css-class="soft" color="#55615f" font-size="15px" line-height="22px"><p style="margin:0">${words(text)}</p></mj-text>`,
    text,
  );

export const subheading = (text: string): Block =>
  row(
    `<mj-text font-weight="600" padding="8px 0 4px"><h2 style="margin:0;font-size:16px;line-height:25px">${words(text)}</h2></mj-text>`,
    text,
  );

/** What somebody else has written, where there is something. */
export const said = (field: string): Block =>
  row(
    `{% if ${field} != blank %}<mj-text padding="4px 0 16px"><blockquote style="margin:0;padding:2px 0 2px 14px;border-left:3px solid #b9c7c2;white-space:pre-line">{{ ${field} }}</blockquote></mj-text>{% endif %}`,
    `{% if ${field} != blank %}{{ ${field} | quote }}{% endif %}`,
  );

/** A name and a value, shown where `field` of the view is neither empty nor missing. */
export type Fact = readonly [name: string, value: string, field: string];

/** Steps, one after the other. */
export const steps = (...texts: readonly string[]): Block =>
  row(
    `<mj-text><ol style="margin:0;padding:0 0 0 22px">${texts.map((text) => `<li style="padding:0 0 6px">${words(text)}</li>`).join('')}</ol></mj-text>`,
    texts.map((text, place) => `${place + 1}. ${text}`).join('\n'),
  );

/** A band over the width of the mail that says at a glance what it is. @param symbol a character that fonts have */
export const band = (tone: ToneName, symbol: string, label: string): Block => {
  const { ground, ink } = tones[tone].light;
  return {
    mjml: `<mj-section css-class="${tone}" background-color="${ground}" padding="13px 24px"><mj-column><mj-text css-class="tone" color="${ink}" font-weight="700" padding="0"><span aria-hidden="true">${symbol}&#xFE0E;</span>&nbsp; ${words(label)}</mj-text></mj-column></mj-section>`,
    text: `${symbol} ${label}`,
    isSection: true,
  };
};

/** Rows on a ground of their own. */
export const box = (...rows: readonly Block[]): Block => ({
  mjml: `<mj-section padding="0 24px 16px"><mj-column css-class="tint" background-color="#eef4f1" border-radius="8px" padding="14px 18px">\n${mjmlOf(rows)}\n</mj-column></mj-section>`,
  text: textOf(rows),
  isSection: true,
});

/** Blocks that are only there under a condition. All of them are rows, or all of them sections. */
export const when = (condition: string, ...blocks: readonly Block[]): Block => ({
  mjml: `{% if ${condition} %}\n${mjmlOf(blocks)}\n{% endif %}`,
  text: `{% if ${condition} %}${textOf(blocks)}{% endif %}`,
  isSection: blocks.some(({ isSection }) => isSection),
});

/** One block for each value that a field has; none for any other. */
export const oneOf = (field: string, blocks: Readonly<Record<string, Block>>): Block => {
  const cases = Object.entries(blocks);
  const inForm = (form: 'mjml' | 'text') =>
    `{% case ${field} %}${cases.map(([value, block]) => `{% when '${value}' %}${block[form]}`).join('')}{% endcase %}`;
  return {
    mjml: inForm('mjml'),
    text: inForm('text'),
    isSection: cases.some(([, { isSection }]) => isSection),
  };
};

/** The jobs of a recommendation with links. @param match what is said of a job, with `job` in reach */
export const jobList = (match: string): Block =>
  row(
    `{% for job in jobs %}<mj-text padding="0 0 14px"><a href="{{ base_url }}/jobs/{{ job.job_id }}" ${strongLink}>{{ job.job_title }}</a><br>{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %}<br><span style="font-size:15px">${words(match)}</span></mj-text>{% endfor %}`,
    `{% for job in jobs %}{{ job.job_title }}
{{ job.company_name }}{% if job.location %} · {{ job.location }}{% endif %} · ${match}
{{ base_url }}/jobs/{{ job.job_id }}

{% endfor %}`,
  );

/** A text that leads somewhere. */
export const link = (url: string, label: string): string => `<a href="${url}" ${linkStyle}>${label}</a>`;

/** The one thing to do. @param colon as the language sets it */
export const button = (colon: string): Block =>
  row(
    '<mj-button href="{{ action_url }}">{{ action_label }}</mj-button>',
    `{{ action_label }}${colon}\n{{ action_url }}`,
  );

/** The address of a button for programs in which it does not work. The text part has it already. */
export const address = (hint: string): Block =>
  row(
    `<mj-text css-class="soft" color="#55615f" font-size="13px" line-height="20px"><p style="margin:0">${words(hint)}<br><a href="{{ action_url }}" ${linkStyle}>{{ action_url }}</a></p></mj-text>`,
    '',
  );

/** Names and their values. @param colon as the language sets it */
export const facts = (colon: string, ...rows: readonly Fact[]): Block =>
  row(
    `<mj-table padding="2px 0 14px">${rows
      .map(
        ([name, value, field]) =>
          `{% if ${field} != blank %}<tr><td class="soft" valign="top" style="padding:2px 16px 2px 0;color:#55615f;white-space:nowrap">${words(name)}</td><td valign="top" width="100%" style="padding:2px 0">${words(value)}</td></tr>{% endif %}`,
      )
      .join('')}</mj-table>`,
    rows
      .map(([name, value, field]) => `{% if ${field} != blank %}${name}${colon} ${value}\n{% endif %}`)
      .join(''),
  );

/** A block of MJML and a text that say the same. */
export const block = row;

const mjmlOf = (blocks: readonly Block[]) => blocks.map(({ mjml }) => mjml).join('\n');
const textOf = (blocks: readonly Block[]) =>
  blocks
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');

/** A whole mail. Rows that follow each other share a section. */
export function mail(subject: string, preheader: string, ...blocks: readonly Block[]): ShippedMail {
  return shippedMail({ subject, preheader, html: sectionsOf(blocks), text: textOf(blocks) });
}

function sectionsOf(blocks: readonly Block[]): string {
  const sections: string[] = [];
  let rows: Block[] = [];
  let isFirst = true;
  const close = () => {
    if (rows.length === 0) return;
    const padding = isFirst ? '24px 24px 10px' : '4px 24px 10px';
    isFirst = false;
    sections.push(`<mj-section padding="${padding}"><mj-column>\n${mjmlOf(rows)}\n</mj-column></mj-section>`);
    rows = [];
  };
  for (const one of blocks) {
    if (one.isSection) {
      close();
      sections.push(one.mjml);
    } else {
      rows.push(one);
    }
  }
  close();
  return sections.join('\n');
}
