/** Languages whose words are found by their stems. */
export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** Words that stand in every text of their language, folded. They tell it, and are not searched for in texts. */
const stopWords: Readonly<Record<Language, string>> = {
  en: 'a an and are as at be been but by can do for from has have he her his how i if in into is it its more not of on or our she so such than that the their them then there these they this to us was we were what when where which who will with would you your',
  de: 'aber als am an auch auf aus bei bis da das dass dein deine deinen deiner dem den der des die dir du durch ein eine einem einen einer eines er es euch fur hast ihr ihre im in ist mit nach nicht noch nur oder sein sich sie sind uber um und uns unser unsere von vor was wenn wie wir wird zu zum zur',
  fr: 'au aux avec ce ces cette chez dans de des du elle en est et etes eux il ils je la le les leur lui mais me meme nos notre nous on ou par pas pour qu que qui sa ses si son sont sur ta te tu un une vos votre vous y',
  es: 'al como con de del el ella en entre es esta este la las le lo los mas me muy nos nuestra nuestro o para pero por que se ser si sin sobre son su sus te tu un una y ya',
};

/** By the word, a bit for each language in which it stands everywhere. */
export const stopWordBits: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  languages.forEach((language, place) => {
    for (const word of stopWords[language].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << place));
  });
  return bits;
})();

/** Names that are written like such a word: 'IT support' is about computers. */
const names: ReadonlySet<string> = new Set(['it']);

/** Whether a word of a search says nothing; in capitals it is a name. */
export function isIdle(raw: string, folded: string): boolean {
  if (!stopWordBits.has(folded) || names.has(folded)) return false;
  return raw.length < 2 || raw !== raw.toUpperCase();
}

const leastEvidence = 3;

/** The place of the language that most of a text's stop words belong to; `languages.length` where too few tell. */
export function languageOf(counts: Int32Array): number {
  let best: number = languages.length;
  let most = leastEvidence - 1;
  for (let place = 0; place < languages.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count <= most) continue;
    most = count;
    best = place;
  }
  return best;
}
