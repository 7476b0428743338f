/** `''`: cannot be told. */
export type Language = '' | 'en' | 'de' | 'fr' | 'es';

const stopWordsOf: Readonly<Record<Exclude<Language, ''>, string>> = {
  en: 'the of and to in for with on at by from as is are be been will would can you your we our us they their it its this that these those an or not but if than then there who which what when where how all any more most other such into over under up out about also have has had do does did may must should so no nor each both while within across per',
  de: 'der die das den dem des ein eine einen einem einer eines und oder in im ins am an auf aus bei mit nach von vom zu zum zur fur uber unter durch um ist sind war wird werden wir uns unser unsere unserer unseren unserem du dein deine deinen deiner sie ihr ihre ihren ihrer ihrem dich dir es er als auch nicht sich so wie was wenn dass man noch nur mehr sehr bis sowie haben hast hat kann kannst konnen',
  fr: 'le la les l un une des du de d et ou a au aux en dans sur sous par pour avec sans est sont etre sera vous votre vos nous notre nos ils elles leur leurs ce cet cette ces qui que quoi dont ne pas plus tres se son sa ses il elle on y si afin ainsi entre chez lors',
  es: 'el la los las un una unos unas de del y o u a al en con por para sin sobre es son ser sera tu tus su sus nos nuestro nuestra nuestros nuestras que quien cual se lo le les no mas muy como si entre desde hasta esta este estos estas tambien te',
};

/** Words that most postings have: they tell little. */
const usualWords =
  'team work working experience job role position company years year skills ability strong including support help new business customer customers people ensure develop development manage management lead ' +
  'responsible responsibilities requirements qualifications required preferred knowledge opportunity opportunities environment great good best join looking seek seeking apply application benefits employees employee ' +
  'salary range base pay time full part based office location hybrid remote well high quality across build building drive using use make world global day days week weeks ' +
  'erfahrung arbeit arbeiten aufgaben profil bewerbung bewerben unternehmen mitarbeiter mitarbeitende stelle jahre gute gut kenntnisse bereich suchen bieten ausbildung ' +
  'mission missions poste profil experience equipe entreprise travail annees competences candidature rejoignez recherche salaire ' +
  'experiencia equipo trabajo empresa puesto funciones requisitos anos conocimientos buscamos ofrecemos salario jornada contrato';

/** What a word is worth: 0 nothing, 1 little; words that are not here are worth much. */
export const commonWords: ReadonlyMap<string, 0 | 1> = new Map([
  ...usualWords.split(' ').map((word) => [word, 1] as const),
  ...Object.values(stopWordsOf).flatMap((words) => words.split(' ').map((word) => [word, 0] as const)),
]);

/** What sentences say that stand in the postings of any employer. */
export const boilerplateCues =
  / (?:equal opportunity |equal employment |without regard to |sexual orientation |veteran status |protected veteran |reasonable accommodation|background check |e verify |privacy policy |chancengleichheit |schwerbehindert|unabhangig von (?:geschlecht|herkunft)|datenschutz|situation de handicap |egalite des chances |igualdad de oportunidades |proteccion de datos )/;

const languages = ['en', 'de', 'fr', 'es'] as const;

/** In which languages a small word stands. */
const languagesOfWord: ReadonlyMap<string, readonly (typeof languages)[number][]> = readLanguages();

function readLanguages(): Map<string, (typeof languages)[number][]> {
  const found = new Map<string, (typeof languages)[number][]>();
  for (const language of languages) {
    for (const word of stopWordsOf[language].split(' '))
      found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
}

/** The language of a sentence by its small words; `''` where it has too few. */
export function languageOf(words: readonly string[]): Language {
  const counts = { en: 0, de: 0, fr: 0, es: 0 };
  for (const word of words) {
    for (const language of languagesOfWord.get(word) ?? []) counts[language] += 1;
  }
  const [first, second] = languages.toSorted((a, b) => counts[b] - counts[a]);
  if (first === undefined || second === undefined) return '';
  return counts[first] >= 2 && counts[first] > counts[second] ? first : '';
}
