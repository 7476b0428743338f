/** A part of a mail in both of its forms. */
export interface Block {
  /** MJML: what stands in a column, or a section of its own. */
  readonly mjml: string;
  readonly text: string;
  readonly isSection: boolean;
}

/** MJML for a column and a text that say the same. */
export const block = (mjml: string, text: string): Block => ({ mjml, text, isSection: false });

export const mjmlOf = (blocks: readonly Block[]) => blocks.map(({ mjml }) => mjml).join('\n');
export const textOf = (blocks: readonly Block[]) =>
  blocks
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
