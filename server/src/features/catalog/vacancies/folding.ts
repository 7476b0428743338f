import { normalizeUnicode } from '../../../platform/text/index.ts';

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['pound', '£'],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['oelig', 'œ'],
  ['oslash', 'ø'],
]);
/** Letters with a mark have names such as `eacute`; without marks all of them are read as their letter. */
const letterEntity = /^([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|caron)$/i;

function decodeEntity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const isHex = name.charAt(1).toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  }
  return namedEntities.get(name.toLowerCase()) ?? letterEntity.exec(name)?.[1] ?? whole;
}

const decodeOnce = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8});/gi, (whole, name: string) => decodeEntity(whole, name));

/** Some feeds escape twice, so what looks like an entity afterwards is one. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeOnce(decodeOnce(text)) : text;
}

/** What Windows-1252 has between 128 and 159, by which UTF-8 that was read as that is found again. */
const windowsBytes: ReadonlyMap<number, number> = new Map(
  Array.from(
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
    (character, index) => [character.charCodeAt(0), 128 + index] as const,
  ),
);
const continuation = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const misread = new RegExp(
  `[\u00c2-\u00df]${continuation}|[\u00e0-\u00ef]${continuation}{2}|[\u00f0-\u00f4]${continuation}{3}`,
  'g',
);

/** Mends UTF-8 that somebody has read as Windows-1252 or Latin-1: 'Ã©' is 'é'. */
export function mendMisread(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text;
  return text.replace(misread, (characters) => {
    const bytes = Array.from(characters, (character) => {
      const code = character.charCodeAt(0);
      return windowsBytes.get(code) ?? code;
    });
    const mended = Buffer.from(bytes).toString('utf8');
    return mended.includes('\ufffd') ? characters : mended;
  });
}

/** Lower case without accents, so that 'INGENIEUR MECANIQUE' and 'Ingénieur mécanique' are one. */
export function fold(text: string): string {
  return normalizeUnicode(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''), 'NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o');
}

/** Umlauts that are written out are read as those that lost their dots: 'Soehne' as 'Sohne'. */
export function foldUmlauts(word: string): string {
  return word.replace(/([aou])e/g, '$1');
}

/** A number of 32 bits for a text (FNV-1a, mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** Spreads a number over all 32 bits. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
