import type { ResumeRefusal } from '@rolecall/contract/resumes';

/** One line of a document as somebody reads it, whatever the format. */
export interface Line {
  /** What stands far apart on one line, such as a date at the right edge, is parted by tabs. */
  readonly text: string;
  readonly page: number;
  /** Left edge; levels of indentation where the format has no positions. */
  readonly x: number;
  /** Size of its largest letters in points; 0: the format says nothing. */
  readonly size: number;
  /** Set in another font than most of the text: bold as a rule. */
  readonly isAccented: boolean;
  /** It begins with a bullet, which its text has no more. */
  readonly isItem: boolean;
  /** Declared to be a heading by the document itself. */
  readonly isHeading: boolean;
  /** White space before it, in lines. */
  readonly gap: number;
  /** Each reading column has its own number; what goes on in one from page to page keeps it. */
  readonly column: number;
  readonly zone: 'body' | 'header' | 'footer';
  /** Addresses behind its words. */
  readonly links: readonly string[];
}

/** A document as text with its layout. */
export interface ReadDocument {
  readonly lines: readonly Line[];
  readonly pages: number;
  /** Reading columns side by side. */
  readonly columns: number;
  readonly hasPictures: boolean;
  readonly hasTables: boolean;
  /** Most of the letters cannot be told: a scan, or fonts without a map to Unicode. */
  readonly isUnreadable: boolean;
}

/** Why a document is not read. */
export type Refusal = ResumeRefusal;

export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export const mostPages = 30;
/** Letters; a résumé of thirty pages has some 90,000. */
export const mostText = 200_000;
export const mostLines = 6_000;

const bullets = /^[\s\t]*(?:[•●○◦▪▫■□‣⁃∙·►▸▶➢➤✓✔➔→◆❖\uf0b7\uf0a7\uf0d8]|[-–—*+](?=\s))[\s\t]*/u;

/** A text without the bullet at its front. */
export function splitBullet(text: string): { readonly text: string; readonly isItem: boolean } {
  const match = bullets.exec(text.slice(0, 200));
  return match === null ? { text, isItem: false } : { text: text.slice(match[0].length), isItem: true };
}

/** A line of a format without positions. */
export function plainLine(text: string, more: Partial<Line> = {}): Line {
  const split = splitBullet(text);
  return {
    page: 1,
    x: 0,
    size: 0,
    isAccented: false,
    isHeading: false,
    gap: 0,
    column: 0,
    zone: 'body',
    links: [],
    ...more,
    text: tidy(split.text),
    isItem: more.isItem === true || split.isItem,
  };
}

/** One space between words, tabs between what stands apart, nothing at the ends; icons of private fonts say nothing. */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Co}\p{Cf}\ufffd]|[^\P{Cc}\t\n]/gu, ' ')
    .replace(/[^\S\t]+/gu, ' ')
    .split('\t')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\t');
}
