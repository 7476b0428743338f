import { type Block, mjmlOf, textOf } from './block.ts';

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
