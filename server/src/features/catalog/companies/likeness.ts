import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { fold, foldedWords, joinWords, skeletonOf, visibleOf, withoutLegalForms } from './skeleton.ts';

/** Ends of domains that a name may bear: 'lanternworks.com' names Lanternworks. */
const topLevel = foldedSet(
  [
    'com net org info biz eu de at ch fr es it nl be pl pt se dk fi no ie uk us ca br mx ar cl au nz in jp io ai app dev co jobs',
    'example',
  ].join(' '),
);
/** What stands in front of a domain. */
const hosts = foldedSet('www jobs careers karriere hr');

/** What somebody adds to the name of a company to speak for it: for its people, as the real one, or for a country. */
const affixes = foldedSet(
  [
    // Forms that are words of their own, or too short to be told from a word.
    'stiftung foundation fondation fundación fondazione stichting fonds trust verein association asociación associazione',
    'vereniging genossenschaft cooperative coopérative cooperativa coop unlimited pc pa psc bt mb dd ad hb kb ks ps hf ae oe ee',
    'sal sci earl ао нао ип ат пат ад αε οε εε pt cv cic cio lc',
    'official officially original verified authentic genuine',
    'offiziell offizielle offizieller offizielles verifiziert verifizierte bestätigt',
    'officiel officielle vérifié vérifiée authentique oficial verificado verificada auténtico auténtica',
    'hr hrteam job jobs jobportal jobboard career careers recruiting recruiter recruiters recruitment hiring hires talent talents',
    'team staffing personnel vacancies employment onboarding',
    'karriere karriereportal karriereseite stelle stellen stellenangebote stellenmarkt personal personalabteilung bewerbung',
    'bewerbungen bewerberportal ausbildung',
    'rh drh carrière carrières emploi emplois recrutement recruteur recruteurs',
    'rrhh empleo empleos trabajo carrera carreras reclutamiento reclutador selección vacantes',
    'group gruppe groupe grupo holding international internacional internationale global worldwide online web com http https www',
    'deutschland germany allemagne alemania österreich austria autriche schweiz switzerland suisse suiza',
    'france frankreich francia españa spain spanien espagne italia italy italien italie nederland netherlands',
    'polska poland portugal belgium europe europa emea dach usa us america uk gb eu',
  ].join(' '),
);
/** The same, in two words. */
const affixPairs = new Set(
  [
    'human resources',
    'ressources humaines',
    'recursos humanos',
    'talent acquisition',
    'personal abteilung',
    'united states',
    'united kingdom',
    'great britain',
    'estados unidos',
    'royaume uni',
  ].map((pair) => pair.split(' ').map(fold).join(' ')),
);
/** What joins an affix to a name: 'Careers at Lanternworks', 'Lanternworks in Deutschland'. */
const joints = foldedSet(
  'at of for in by the bei von für der die das in chez de la le en à a del el und and et y',
);

/** Affixes that are found also where nothing parts them from the name, since hardly a word ends with them by chance. */
const gluedAffixes = [
  ...['jobs', 'career', 'careers', 'recruiting', 'recruitment', 'hiring', 'official', 'humanresources'],
  ...[
    'karriere',
    'offiziell',
    'stellenangebote',
    'recrutement',
    'carriere',
    'carrieres',
    'officiel',
    'emplois',
  ],
  ...[
    'empleo',
    'empleos',
    'reclutamiento',
    'oficial',
    'deutschland',
    'germany',
    'france',
    'espana',
    'austria',
  ],
].map((word) => joinWords([fold(word)]));
/** Words of a name whose parts are looked at, and what such a part has to have. */
const mostWords = 12;
const leastLettersOfPart = 5;
const leastLettersOfBeginning = 8;
const mostLettersOfBeginning = 40;
/** What has to be left of a name from which such an affix is taken. */
const leastLetters = 4;

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(fold));
}

/**
 * What two names have in common that a reader takes for names of one company: the skeleton of the name without what
 * is added to speak for somebody ('(official)', 'Careers', 'HR', 'Deutschland', '.com'), in four languages. A name that
 * consists of nothing else keeps a part of it. Names are held against each other by this, and not refused by it: an operator
 * has to look.
 */
export function likenessOf(name: string): string {
  return withoutGluedAffixes(joinWords(ownWords(name))) || skeletonOf(name);
}

const ownWords = (name: string): readonly string[] =>
  withoutAffixes(foldedWords(withoutDomains(visibleOf(name))));

/**
 * The likenesses that a name has in it: its own, those of its first words, and those of any words in a row. Whoever knows
 * 'Nordlicht Energie' takes 'Nordlicht Energie Berlin' and 'Kundendienst Nordlicht Energie' for the same company's. A single
 * word counts at the beginning alone, since many names have one in common, and a short one not at all; a long one also where nothing
 * parts it from what follows ('NordlichtEnergieBerlin').
 */
export function likenessesIn(name: string): readonly string[] {
  const words = ownWords(name).slice(0, mostWords);
  const found = new Set([likenessOf(name)]);
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start === 0 ? 1 : start + 2; end <= words.length; end += 1) {
      const part = withoutGluedAffixes(joinWords(words.slice(start, end)));
      if (part.length >= leastLettersOfPart) found.add(part);
    }
  }
  const all = joinWords(words);
  for (let end = leastLettersOfBeginning; end < Math.min(all.length, mostLettersOfBeginning); end += 1)
    found.add(all.slice(0, end));
  return [...found];
}

/** The same for a proven domain: how it would be called as a name. */
export function likenessOfDomain(domain: string): string {
  const { domainWithoutSuffix } = parse(domainToUnicode(domain), { allowPrivateDomains: true });
  return likenessOf(domainWithoutSuffix || domain);
}

/** A text whose domains and addresses of the web are cut down to what names their owner. */
function withoutDomains(visible: string): string {
  return visible
    .replaceAll('://', ' ')
    .split(/[\s,;:()[\]"]+/)
    .map(nameOfDomain)
    .join(' ');
}

function nameOfDomain(piece: string): string {
  const slash = piece.indexOf('/');
  const host = slash > 0 && piece.lastIndexOf('.', slash) > 0 ? piece.slice(0, slash) : piece;
  const labels = host.split('.');
  const last = labels.at(-1) === '' ? labels.length - 1 : labels.length;
  let end = last;
  while (end > 1 && topLevel.has(fold(labels[end - 1] ?? ''))) end -= 1;
  if (end === last) return piece;
  let start = 0;
  while (start < end - 1 && hosts.has(fold(labels[start] ?? ''))) start += 1;
  return labels.slice(start, end).join('.');
}

function withoutAffixes(all: readonly string[]): readonly string[] {
  let words = all;
  for (;;) {
    const rest = withoutLast(withoutFirst(withoutLegalForms(words)));
    if (rest.length === words.length) return rest;
    words = rest;
  }
}

function withoutLast(words: readonly string[]): readonly string[] {
  const taken = affixes.has(words.at(-1) ?? '') ? 1 : affixPairs.has(words.slice(-2).join(' ')) ? 2 : 0;
  if (taken === 0 || words.length <= taken) return words;
  let end = words.length - taken;
  while (end > 1 && joints.has(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

function withoutFirst(words: readonly string[]): readonly string[] {
  const taken = affixes.has(words[0] ?? '') ? 1 : affixPairs.has(words.slice(0, 2).join(' ')) ? 2 : 0;
  if (taken === 0 || words.length <= taken) return words;
  let start = taken;
  while (start < words.length - 1 && joints.has(words[start] ?? '')) start += 1;
  return words.slice(start);
}

function withoutGluedAffixes(joined: string): string {
  const holds = (affix: string) => joined.length - affix.length >= leastLetters;
  for (const affix of gluedAffixes) {
    if (joined.endsWith(affix) && holds(affix)) return withoutGluedAffixes(joined.slice(0, -affix.length));
    if (joined.startsWith(affix) && holds(affix)) return withoutGluedAffixes(joined.slice(affix.length));
  }
  return joined;
}
