import { type Block, mjmlOf, textOf } from './block.ts';
import { marked } from './shipped-mail.ts';
import { type ToneName, tones } from './tones.ts';

/** A band over the width of the mail that says at a glance what it is. @param symbol a character that fonts have */
export const band = (tone: ToneName, symbol: string, label: string): Block => {
  const { ground, ink } = tones[tone].light;
  return {
    mjml: `<mj-section css-class="${tone}" background-color="${ground}" padding="13px 24px"><mj-column><mj-text css-class="tone" color="${ink}" font-weight="700" padding="0"><span aria-hidden="true">${symbol}&#xFE0E;</span>&nbsp; ${marked(label)}</mj-text></mj-column></mj-section>`,
    text: `${symbol} ${label}`,
    isSection: true,
  };
};

/** Rows on a ground of their own. */
export const box = (...rows: readonly Block[]): Block => ({
  mjml: `<mj-section padding="0 24px 16px"><mj-column css-class="tint" background-color="#efede6" border-radius="8px" padding="14px 18px">\n${mjmlOf(rows)}\n</mj-column></mj-section>`,
  text: textOf(rows),
  isSection: true,
});
