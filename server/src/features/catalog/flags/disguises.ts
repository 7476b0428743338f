import type { Finding } from './matching.ts';
import type { Sentence } from './reading.ts';

/** Letters of another script among Latin ones, which nobody types by chance. */
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const drawn = /[\u1d00-\u1d7f\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731]/gu;
const latin = /[a-z]/i;
const readable = /^[a-z]{4,}$/;
/** A single Greek letter may be a sign, as in µService. */
const fewestStrange = 2;

/** Whether a text has letters at all that a word could be disguised with. */
export const mayBeDisguised = (text: string) => text.search(otherScript) !== -1 || text.search(drawn) !== -1;

/** Finds words that people read and programs would not: with letters of other scripts that look like Latin ones. */
export function findDisguises(sentence: Sentence, whole: string): Finding[] {
  return sentence.flatMap(({ text, start, end }, place) => {
    if (!readable.test(text)) return [];
    const raw = whole.slice(start, end);
    const isDrawn = (raw.match(drawn) ?? []).length >= fewestStrange;
    const strange = raw.match(otherScript) ?? [];
    const isMixed = latin.test(raw) && (strange.length >= fewestStrange || /\p{Script=Cyrillic}/u.test(raw));
    return isDrawn || isMixed ? [{ concept: 'disguised', first: place, last: place }] : [];
  });
}
