import { lemma, titleWords } from '../occupations/index.ts';
import { fold } from '../skills/index.ts';
import type { Compounds } from './compounds.ts';

/** Words that stand in every text of the four languages, folded; titles and texts are told apart by the others. */
const everywhere: ReadonlySet<string> = new Set(
  `a about above across after all also am an and any are as at be been before being below between both but by can could did do does
  doing each etc every few for from further had has have having he her here his how i if in into is it its may more most must my no
  not of off on once only or other our out over own per same she should so some such than that the their them then there these they
  this those through to under until up us was we were what when where which while who whom why will with within would you your
  aber alle als also am an auch auf aus bei beim bin bis da damit das dass dein deine deinem deinen deiner dem den der des die dir du
  durch ein eine einem einen einer eines er es etwas euch fur haben hast hat ihr ihre ihren im in ist kann kein keine mehr mit nach nicht
  noch nur oder sein seine sich sie sind so sowie uber um und uns unser unsere unseren unter vom von vor war was wenn wer werden wie wir
  wird zu zum zur
  au aux avec ce ces cette chez comme dans de des du elle en entre est et etes etre eux il ils je la le les leur leurs lui mais me meme
  nos notre nous on ou par pas plus pour qu que qui sa sans se ses si son sont sous sur ta te tu un une vos votre vous y
  al cada como con cuando de del desde donde el ella en entre es esta estas este estos ha hasta la las le lo los mas me mi muy nos
  nuestra nuestro o para pero por que se ser si sin sobre son su sus tambien te tu tus un una uno y ya
  work working experience experiences job role team company years year responsible responsibilities skills including strong ability looking
  join offer apply position candidate requirements knowledge good excellent well new using used use provide ensure`.split(
    /\s+/,
  ),
);

/** More of a text is the praise of an employer or the small print of a résumé. */
export const longestText = 12_000;
const mostWords = 1_500;

const word = /[\p{L}\p{N}]+(?:\+\+|#)?/gu;

/** How often each lemma of a text occurs, without the words that stand everywhere. */
export function countText(
  text: string,
  into: Map<string, number> = new Map(),
  weight = 1,
): Map<string, number> {
  const words = fold(text.slice(0, longestText)).match(word) ?? [];
  for (const each of words.slice(0, mostWords)) {
    if (each.length < 2 || everywhere.has(each) || /^\d+$/.test(each)) continue;
    const term = lemma(each);
    into.set(term, (into.get(term) ?? 0) + weight);
  }
  return into;
}

/** The lemmas of a title in their order. Words of more than 40 are a text. */
export const lemmasOfTitle = (title: string): string[] =>
  titleWords(title.slice(0, 600)).slice(0, 40).map(lemma);

const partWeight = 0.6;

/** The lemmas of a title; the parts of compounds count less. */
export function countTitle(lemmas: readonly string[], compounds: Compounds): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of lemmas) {
    counts.set(each, Math.max(counts.get(each) ?? 0, 1));
    for (const part of compounds.partsOf(each)) {
      counts.set(part, Math.max(counts.get(part) ?? 0, partWeight));
    }
  }
  return counts;
}

const shortestGram = 2;
const longestGram = 4;

/** The runs of two to four characters of each lemma, with its borders. */
export function countGrams(lemmas: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of lemmas) {
    const bordered = ` ${each.slice(0, 40)} `;
    for (let length = shortestGram; length <= longestGram; length += 1) {
      for (let at = 0; at + length <= bordered.length; at += 1) {
        const gram = bordered.slice(at, at + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  return counts;
}
