import { fold } from '../skills/index.ts';

/** Words that join others in a title and say nothing of the work. */
const idle: ReadonlySet<string> = new Set(
  `a an and at by for from in of on or other the to with w without as ab als am an auf aus bei beim bis das dem den der des die ein
  eine einem einer fur im in mit oder und vom von zu zum zur au aux avec ce d dans de des du en et l la le les ou par pour sans sur
  un une al con del e el las lo los o para por sin su u y m f h x mwd gn div all genders sonstige nec etc`.split(
    /\s+/,
  ),
);

/** Marks of 'for whomever': '(m/w/d)', 'H/F', '(all genders)'. */
const everybody =
  /\((?:all genders?|gn|div)\)|(?<![\p{L}\p{N}])(?:[mwfhdxi] ?[/|] ?){1,3}[mwfhdxi](?![\p{L}\p{N}])/giu;

/** An ending for the other gender: 'Erzieher*in', 'soignant(e)', 'Enfermero/a', 'Chauffeur/-euse'. */
const otherGender =
  /(?<=\p{L})(?:[*:_·]|\/-?|\(-?)(?:innen|in|e|es|a|as|o|ne|nne|euse|rice|trice|ere|ère|iere|ière|ienne|ve|r|n)\)?(?![\p{L}\p{N}])/giu;

const word = /[\p{L}\p{N}]+(?:\+\+|#)?/gu;

/** The words of a title in their order: folded, without marks of gender and idle words. */
export const titleWords = (title: string): string[] => titleParts(title).flat();

/** The same by the parts between commas, brackets, dashes and slashes: 'RN - Med/Surg, nights' has four. */
export function titleParts(title: string): string[][] {
  const plain = fold(title.replace(everybody, ' ').replace(otherGender, ''));
  return plain.split(partEnd).map((part) => (part.match(word) ?? []).filter((each) => !idle.has(each)));
}

const partEnd = /[,;:()|/–—]|\s[-•]/u;

const letters = /^[a-z]+$/;
const shortest = 4;

/** Each with the ending that takes its place; the first that fits counts. */
const genderEndings: readonly (readonly [RegExp, string])[] = [
  [/(er|ist|ent|ant|eur|or|og|at|ar|wirt)in(?:nen)?$/, '$1'],
  [/arztin(?:nen)?$/, 'arzt'],
  [/anwaltin(?:nen)?$/, 'anwalt'],
  [/kochin(?:nen)?$/, 'koch'],
  [/(pflegefach|fach|kauf|feuerwehr|bank|schiffahrts)(?:frau|mann|leute|kraft)$/, '$1mann'],
  [/euses?$/, 'eur'],
  [/trices?$/, 'teur'],
  [/iennes?$/, 'ien'],
  [/ieres?$/, 'ier'],
  [/angestellte[rn]?$/, 'angestellt'],
  [/beauftragte[rn]?$/, 'beauftragt'],
  [/([dst])oras?$/, '$1or'],
  [/eras?$/, 'er'],
  [/eros?$/, 'er'],
];

/**
 * A folded word without its number and gender, whatever its language: titles are too short to tell that, and pools of them are
 * mixed. English, German, French and Spanish forms of one word agree; a few different words do, too.
 */
export function lemma(folded: string): string {
  if (folded.length < shortest || !letters.test(folded)) return folded;
  const known = irregular.get(folded);
  if (known !== undefined) return known;
  for (const [form, instead] of genderEndings) {
    if (form.test(folded)) return folded.replace(form, instead);
  }
  let base = folded;
  if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ches|shes|sses|xes|ores)$/.test(base)) base = base.slice(0, -2);
  else if (/[^su]s$/.test(base) && !/(?:is|ics)$/.test(base)) base = base.slice(0, -1);
  else if (/(?:eau|eu)x$/.test(base)) base = base.slice(0, -1);
  if (base.length > 6 && /(?:ten|gen|ren)$/.test(base)) base = base.slice(0, -2);
  else if (base.length > 5 && /e[lr]n$/.test(base)) base = base.slice(0, -1);
  return base.length > 4 ? base.replace(/[aeo]$/, '') : base;
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['women', 'woman'],
  ['men', 'man'],
  ['people', 'person'],
  ['children', 'child'],
  ['jefa', 'jefe'],
  ['nurses', 'nurs'],
  ['jefas', 'jefe'],
  ['jefes', 'jefe'],
  ['sales', 'sales'],
  ['services', 'servic'],
]);

/** The lemmas of a title in their order. */
export const titleLemmas = (title: string): string[] => titleWords(title).map(lemma);
