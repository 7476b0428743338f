import { normalizeUnicode } from '../../../../platform/text/index.ts';

const names: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['shy', ''],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['bull', '•'],
  ['middot', '·'],
  ['hellip', '…'],
  ['euro', '€'],
  ['pound', '£'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['AElig', 'Æ'],
  ['oelig', 'œ'],
  ['oslash', 'ø'],
  ['Oslash', 'Ø'],
  ['aring', 'å'],
  ['Aring', 'Å'],
  ['iexcl', '¡'],
  ['iquest', '¿'],
]);

/** Names of letters are the letter and its mark: `eacute`. */
const marks: ReadonlyMap<string, string> = new Map([
  ['uml', '\u0308'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['cedil', '\u0327'],
  ['caron', '\u030c'],
]);

/** A line in which a feed has left entities of HTML, as it is meant: 'Food &amp; Beverage' is 'Food & Beverage'. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name.startsWith('#')) return ofCode(name.slice(1)) ?? whole;
    const mark = marks.get(name.slice(1).toLowerCase());
    return (
      names.get(name) ?? (mark === undefined ? whole : normalizeUnicode(`${name.charAt(0)}${mark}`, 'NFC'))
    );
  });
}

function ofCode(text: string): string | undefined {
  const code = /^x/i.test(text) ? Number.parseInt(text.slice(1), 16) : Number.parseInt(text, 10);
  return code >= 0x20 && code < 0x11_0000 ? String.fromCodePoint(code) : undefined;
}
