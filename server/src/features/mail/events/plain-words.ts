import { normalizeUnicode } from '../../../platform/text/index.ts';

/** A text in lower case, in which letters have no accents: servers write with and without them. */
export function plainWords(text: string): string {
  const letters = normalizeUnicode(text.toLowerCase(), 'NFD').replaceAll(/[\u0300-\u036f]/g, '');
  return normalizeUnicode(letters, 'NFC');
}
