import { type VocabularyLanguage, vocabularyLanguages } from './vocabulary.ts';
import { fold, stem } from './words.ts';

/** What a word does to the skills beside it. */
export const role = {
  /** It denies: 'no', 'kein'. */
  negation: 1,
  /** It asks for something, and denies it together with a negation: 'needed', 'brauchst'. */
  need: 2,
  /** The same, but 'not a must' still leaves it welcome where the sentence says so. */
  softNeed: 4,
  /** It says that something is welcome. */
  welcome: 8,
  /** What follows is no longer denied: 'but', 'that'. */
  turn: 16,
  /** After a negation it takes it back: 'not only', 'no fear'. */
  undoing: 32,
  /** It joins the items of a list. */
  conjunction: 64,
  /** It speaks of knowing something, whatever the trade. */
  knowing: 128,
} as const;

type RoleName = keyof typeof role;

const speech: Readonly<Record<VocabularyLanguage, Partial<Readonly<Record<RoleName, string>>>>> = {
  en: {
    negation: 'no not without never nor neither cannot t unnecessary',
    need: 'need needed needs require required requires necessary expect expected use used asked ask wanted unnecessary assumed look looking care',
    softNeed: 'must essential mandatory requirement prerequisite obligatory condition',
    welcome:
      'plus bonus advantage asset welcome useful desirable preferred beneficial advantageous helps appreciated ideally',
    turn: 'but that which because since while so although however if',
    undoing: 'only just matter fear problem doubt limit limited least',
    conjunction: 'and or nor',
    knowing:
      'experience knowledge skills skill proficiency proficient expertise familiarity familiar know knowing understanding qualification advantage plus bonus have basic advanced solid need require requires use using',
  },
  de: {
    negation: 'kein keine keinen keiner keines keinem nicht ohne nie weder unnotig',
    need: 'notig notwendig erforderlich brauchst brauchen braucht brauche gebraucht benotigt benotigen verlangt musst mussen erwartet gefordert vorgesehen unnotig genutzt verwendet unser',
    softNeed: 'muss bedingung voraussetzung pflicht vorausgesetzt zwingend kriterium',
    welcome:
      'vorteil plus gern gerne schon wunschenswert willkommen hilfreich pluspunkt toll prima idealerweise nett',
    turn: 'aber sondern dass da weil sowie solltest jedoch doch dafur',
    undoing: 'nur angst scheu problem fremdwort fremdworter bloss zuletzt selten',
    conjunction: 'und oder noch bzw sowie',
    knowing:
      'kenntnisse erfahrung erfahrungen kenntnis wissen beherrschst beherrschen umgang sicher vertraut gute gut von vorteil ausbildung',
  },
  fr: {
    negation: 'pas aucun aucune sans non ni jamais inutile facultatif facultative',
    need: 'necessaire necessaires requis requise requises exige exigee exiges demande demandee demandes attendu attendue attendus utilise utilisee utiliser besoin obligatoire inutile connaitre faut facultatif facultative',
    softNeed: 'indispensable imperatif condition prerequis',
    welcome: 'plus atout apprecie appreciee appreciees bienvenu bienvenue souhaite souhaitee aide utile',
    turn: 'mais car puisque que qui parce sauf',
    undoing: 'seulement uniquement seul peur que souci',
    conjunction: 'et ou ni',
    knowing:
      'maitrise connaissance connaissances experience competence competences notions niveau pratique formation atout utile',
  },
  es: {
    negation: 'no sin ni ningun ninguna ninguno nunca jamas innecesario opcional',
    need: 'necesario necesaria necesarios requiere requerido requerida requieren exige exigen pide piden hace falta necesita necesitas usamos utilizamos innecesario requisito imprescindible obligatorio opcional hay buscamos',
    softNeed: 'imprescindibles indispensable condicion',
    welcome:
      'plus valora valoramos valorable bienvenido bienvenida bienvenidos deseable ayuda utilisimo util suma suman agradece aprecia',
    turn: 'pero sino que porque aunque pues',
    undoing: 'solo solamente miedo problema obstante',
    conjunction: 'y o e u ni',
    knowing:
      'conocimiento conocimientos experiencia manejo dominio nivel saber idioma idiomas curso valora valoramos habilidades',
  },
};

const roleNames: readonly RoleName[] = [
  'negation',
  'need',
  'softNeed',
  'welcome',
  'turn',
  'undoing',
  'conjunction',
  'knowing',
];

function readRoles(language: VocabularyLanguage): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  for (const name of roleNames) {
    for (const word of (speech[language][name] ?? '').split(' ')) {
      if (word !== '') roles.set(word, (roles.get(word) ?? 0) | role[name]);
    }
  }
  return roles;
}

/** The roles of folded words in each language. */
export const rolesOf: Readonly<Record<VocabularyLanguage, ReadonlyMap<string, number>>> = {
  en: readRoles('en'),
  de: readRoles('de'),
  fr: readRoles('fr'),
  es: readRoles('es'),
};

/** Usual words by which a language is told; those that two of them share tell nothing. */
const usual: Readonly<Record<VocabularyLanguage, string>> = {
  en: 'the and of to for with you your is are we our from at this will be by not it have',
  de: 'der die das und für mit du wir ist sind ein eine einen auf zu von dem den im bei nicht oder sie',
  fr: 'le les des et pour avec vous est sont du dans sur votre vos nous au aux par ou pas il au',
  es: 'el los las y para con tu su una del por se al lo con hay usamos como más',
};

/** The languages of usual words, by their place in the list. */
const usualIn: ReadonlyMap<string, readonly number[]> = vocabularyLanguages.reduce(
  (known, language, place) => {
    for (const word of usual[language].split(' ')) known.set(word, [...(known.get(word) ?? []), place]);
    return known;
  },
  new Map<string, readonly number[]>(),
);

/** Places of the languages in which a word is a usual one. */
export const languagesByUsualWord = (word: string): readonly number[] => usualIn.get(word) ?? [];

/** Words at the beginning of a text by which its language is told. */
export const wordsThatTell = 300;
/** A second language counts that has so large a part of the usual words of the first one. */
const shareOfFirst = 0.5;

/** The languages of a text by what its first words tell, the strongest first; all where nothing tells. */
export function languagesOf(told: Iterable<readonly number[]>): readonly VocabularyLanguage[] {
  const counts = vocabularyLanguages.map(() => 0);
  for (const places of told) {
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  if (most === 0) return vocabularyLanguages;
  const countOf = (language: VocabularyLanguage) => counts[vocabularyLanguages.indexOf(language)] ?? 0;
  return vocabularyLanguages
    .filter((language) => countOf(language) >= most * shareOfFirst)
    .toSorted((one, other) => countOf(other) - countOf(one));
}

/** A word of a trade's context as it is compared. */
export const contextForms = (word: string): string[] => {
  const folded = fold(word);
  return [folded, ...vocabularyLanguages.map((language) => stem(folded, language))];
};
