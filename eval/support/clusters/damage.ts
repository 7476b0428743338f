/** What other boards do to the text of a posting. */
import type { Random } from './random.ts';

/** Mistypes about one word in `every`. */
export function mistype(text: string, every: number, random: Random): string {
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 5 || random.below(every) > 0) return word;
      const at = 1 + random.below(word.length - 3);
      const kind = random.below(3);
      if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
      if (kind === 1) return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      return `${word.slice(0, at)} ${word.slice(at)}`;
    })
    .join(' ');
}

/** Text that was escaped once too often. */
export function escapeMarks(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('’', '&rsquo;')
    .replaceAll('ü', '&uuml;')
    .replaceAll('é', '&eacute;')
    .replaceAll('ñ', '&ntilde;')
    .replaceAll('\n- ', '&lt;br&gt;&bull; ')
    .replaceAll('\n\n', '&nbsp;&lt;/p&gt;&lt;p&gt;');
}

/** UTF-8 that was read as Windows-1252. */
export function misread(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss');
}

/** The beginning of a text, as lists of results show it. */
export function cut(text: string, share: number): string {
  const end = text.indexOf(' ', Math.floor(text.length * share));
  return `${text.slice(0, end === -1 ? text.length : end)}…`;
}

/** Loses about one line in `every`. */
export function loseLines(text: string, every: number, random: Random): string {
  return text
    .split('\n')
    .filter((line) => line === '' || random.below(every) > 0)
    .join('\n');
}
