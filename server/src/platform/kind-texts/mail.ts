import { type Block, mjmlOf, textOf } from './block.ts';
import { type ShippedMail, shippedMail } from './shipped-mail.ts';

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
