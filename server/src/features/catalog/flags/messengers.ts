import { editDistance } from '../../../platform/edit-distance/index.ts';
import { normalizeUnicode } from '../../../platform/text/index.ts';
import type { Finding } from './matching.ts';
import type { Sentence } from './reading.ts';

/** Names that nothing else is called, and how many letters of them may be wrong. */
const names: readonly { readonly name: string; readonly mistakes: number }[] = [
  { name: 'whatsap', mistakes: 1 },
  { name: 'guasap', mistakes: 0 },
  { name: 'wasap', mistakes: 0 },
  { name: 'telegram', mistakes: 1 },
  { name: 'messenger', mistakes: 1 },
  { name: 'wechat', mistakes: 0 },
  { name: 'threema', mistakes: 0 },
];
/** Names that are also plain words: they count only where their letters were replaced or spaced out. */
const plainNames: ReadonlySet<string> = new Set(['signal', 'viber', 'discord']);
const words: ReadonlySet<string> = new Set(
  'telegrams telegraph telegrafo telegraf telegramas wassap messengers whatsappen'.split(' '),
);

const lookalikes: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['l', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['@', 'a'],
  ['5', 's'],
  ['$', 's'],
  ['7', 't'],
  ['8', 'b'],
]);

/** A name as somebody reads it in a hurry: digits and signs as letters, l as i, no letter twice. */
const canonical = (text: string) =>
  Array.from(text, (character) => lookalikes.get(character) ?? character)
    .join('')
    .replaceAll('vv', 'w')
    .replaceAll('rn', 'm')
    .replace(/(.)\1+/g, '$1');

const canonicalNames = names.map(({ name, mistakes }) => ({ name: canonical(name), mistakes }));
const canonicalPlainNames = new Set([...plainNames].map(canonical));
/** What any of the names may begin with, as it may be written. */
const firstSigns: ReadonlySet<string> = new Set('wvgt7mrsd5$');
const longestName = 12;
const mostParts = 4;

const capital = /^\p{Lu}/u;
const prepositions: ReadonlySet<string> = new Set(
  'on via over through by in per uber auf bei mit sur par en por using app messenger application aplicacion'.split(
    ' ',
  ),
);
/** What follows a signal that is none to talk by. */
const technical =
  /^(process|path|integr|analy|verarbeit|ubertrag|technik|trait|elect|electr|generat|amplif|intelligence|corps|box|boxes|light|chain|quality|noise)/;

/** A name that is a plain word too is a messenger where it is written as a name and stands where one is used. */
function isUsedAsName(sentence: Sentence, at: number, whole: string): boolean {
  const word = sentence[at];
  if (word === undefined || !plainNames.has(word.text) || !capital.test(whole.slice(word.start, word.end)))
    return false;
  return prepositions.has(sentence[at - 1]?.text ?? '') && !technical.test(sentence[at + 1]?.text ?? '');
}

/** Finds messengers, also where their names are taken apart or written with other signs. */
export function findMessengers(sentence: Sentence, whole: string): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < sentence.length; first++) {
    let text = '';
    if (isUsedAsName(sentence, first, whole)) found.push({ concept: 'chatapp', first, last: first });
    if (!firstSigns.has(sentence[first]?.text[0] ?? '')) continue;
    for (let parts = 0; parts < mostParts; parts++) {
      const word = sentence[first + parts];
      if (word === undefined) break;
      text += word.text;
      if (text.length > longestName) break;
      const likeness = likenessOf(text);
      if (likeness === null) continue;
      const raw = whole.slice(sentence[first]?.start, word.end);
      const isDisguised = isOtherwiseWritten(raw, text);
      if (isMessenger(text, likeness, parts > 0 || isDisguised)) {
        found.push({ concept: 'messenger', first, last: first + parts });
        if (isDisguised && likeness !== 'near')
          found.push({ concept: 'hiddenmessenger', first, last: first + parts });
        break;
      }
    }
  }
  return found;
}

const accents = /\p{M}/gu;
const spaces = /[\s'’-]/g;
const mostSpaces = 3;

/** Whether a name stands there with other letters or signs than it is read with, or is spaced out. */
function isOtherwiseWritten(raw: string, read: string): boolean {
  const written = normalizeUnicode(raw, 'NFKD').replace(accents, '').toLowerCase();
  return written.replace(spaces, '') !== read || written.split(spaces).length > mostSpaces;
}

/** What a text is read as: a messenger's name alone, one that is a plain word too, or nearly one. */
type Likeness = 'name' | 'plain' | 'near';

// Few words make up most of a text.
const known = new Map<string, Likeness | null>();
const mostKnown = 10_000;

/** How a text is like the name of a messenger; null: not at all. */
function likenessOf(text: string): Likeness | null {
  let likeness = known.get(text);
  if (likeness === undefined) {
    likeness = text.length < 5 || words.has(text) ? null : compareNames(canonical(text));
    if (known.size >= mostKnown) known.clear();
    known.set(text, likeness);
  }
  return likeness;
}

function compareNames(seen: string): Likeness | null {
  if (canonicalPlainNames.has(seen)) return 'plain';
  if (canonicalNames.some(({ name }) => name === seen)) return 'name';
  const isNear = canonicalNames.some(
    ({ name, mistakes }) =>
      // The first letter stays, so that few words come near a name by chance.
      mistakes > 0 &&
      seen[0] === name[0] &&
      Math.abs(seen.length - name.length) <= mistakes &&
      editDistance(seen, name) <= mistakes,
  );
  return isNear ? 'near' : null;
}

function isMessenger(text: string, likeness: Likeness, isTakenApart: boolean): boolean {
  if (likeness === 'plain') return isTakenApart || !plainNames.has(text);
  return likeness === 'name' || !isTakenApart;
}
