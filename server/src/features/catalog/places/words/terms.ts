import { keyOf } from '../fold.ts';
import { areaNames, metropolitanAreas } from './areas.ts';

/** What words beside places mean. */
export type Term =
  | { readonly kind: 'workplace'; readonly workplace: 'remote' | 'hybrid' | 'on_site' }
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'area'; readonly name: string }
  | {
      readonly kind: 'metropolis';
      readonly city: string;
      readonly country: string;
      readonly name: string | null;
    }
  /** All of a country: its code. */
  | { readonly kind: 'nationwide'; readonly country: string }
  | { readonly kind: PlainKind };

type PlainKind =
  | 'only'
  | 'must'
  | 'not'
  | 'possible'
  | 'join'
  | 'in'
  | 'of'
  | 'article'
  | 'filler'
  | 'around'
  | 'office'
  | 'elsewhere'
  | 'prose'
  | 'day'
  | 'nowhere';

const words: readonly (readonly [PlainKind, string])[] = [
  [
    'only',
    'only|exclusively|nur|ausschließlich|uniquement|seulement|solo|sólo|solamente|únicamente|residents only',
  ],
  [
    'must',
    'must be based|must be located|must live|must reside|must be living|must be residing|must currently reside|need to live|need to reside|need to be based|need to be located|required to live|required to reside|required to be based|have to live|has to live|reside|residing|residents|resident|residency|candidates|candidate|applicants|applicant|open to candidates|open to|hiring in|hire in|eligible|eligible countries|Wohnsitz|wohnhaft|wohnen|wohnst|lebst|leben|ansässig|Bewerber|Bewerberinnen|Kandidaten|résider|résidez|résidant|résidence|habiter|candidats|candidatos|candidatas|residir|residas|residencia|residentes|vivir|vivas|resides',
  ],
  [
    'not',
    'not|no|non|never|isn t|aren t|cannot|without|kein|keine|keinen|nicht|ohne|pas|sans|aucun|sin|ningún',
  ],
  [
    'possible',
    'possible|available|allowed|offered|permitted|option|möglich|vorgesehen|angeboten|posible|disponible|permitido|proposé|autorisé|eligible for remote|false',
  ],
  ['join', 'or|and|oder|und|ou|et|y|o|e|u|as well as|sowie|bzw|beziehungsweise|and/or|plus'],
  [
    'in',
    'in|at|near|from|within|across|throughout|inside|im|innerhalb|innerhalb von|aus|bei|nahe|à|a|en|au|aux|dans|depuis|desde|dentro de|cerca de|across all of|sur',
  ],
  [
    'article',
    'the|our|der|die|das|den|dem|unserem|unserer|unseren|unsere|unser|la|le|les|el|los|las|notre|nos|nuestra|nuestro|nuestras|l|d|any|either|all|downtown|central|ganz|toute|todo|toda|tout|your|the state|the city',
  ],
  ['of', 'of|de|des|du|von|for|is|ist|est|es'],
  [
    'filler',
    'location|locations|standort|standorte|arbeitsort|einsatzort|ort|lieu|lieux|lieu de travail|ubicación|lugar|localidad|sede|siège|job|jobs|role|position|stelle|poste|puesto|work|working|arbeit|arbeiten|trabajo|travail|area|metro|city|ville|ciudad|stadt|region|région|región|county|district|hq|headquarter|headquarters|home based|zentrale|hauptsitz|main|campus|plant|werk|store|shop|warehouse|lab|labs|center|centre|hub|studio|clinic|hospital|friendly|travel required|first|preferred|preferably|eligible|flexible|flexibility|full time|part time|type|workplace|workplace type|within|country|greater|metropolitan|state|province|land|kanton|canton|complet|complète|total|completo|vollständig|komplett|fully|full|100|permanent|temporary|multiple|various|several|mehrere|verschiedene|plusieurs|varias|varios|and surrounding areas|surrounding|umgebung|umland|alrededores|environs|deutschlandweit möglich|usa only|either|no preference|time zone|timezone|time zones|hours|roles|update|based|new|north|south|east|west|cedex|bezirk|arrondissement|ubicado|ubicada|basé|basée|located|situé|situated|gelegen|at home',
  ],
  [
    'around',
    'greater|großraum|raum|metropolregion|region|metro|metropolitan area of|area metropolitana de|umkreis|umkreis von|near|nähe|rund um|grand|around|distance|commuting distance|radius',
  ],
  [
    'office',
    'office|offices|büro|standort|niederlassung|filiale|bureau|bureaux|agence|site|oficina|sede|headquarters|hq|campus|plant|hub|store|studio|location|branch|practice|clinic|facility|factory|werk|klinik|restaurant|warehouse',
  ],
  [
    'elsewhere',
    'customers|customer|clients|client|kunden|kund innen|clientes|cliente|founded|gegründet|fondée|fondé|fundada|fundado|travel|traveling|travels|reisen|reise|dienstreisen|voyage|voyages|viajar|viajes|investors|partners|partner|markets|market|märkte|born|students|users|nutzer|listed|offices in|other offices|büros in|subsidiaries|headquartered|serving|serve|serves|bedienen|conference|university of|degree',
  ],
  [
    'prose',
    'are|be|you|your|we|our|this|must|can|will|may|has|have|need|needs|please|who|that|which|du|wir|sind|muss|musst|müssen|kannst|können|wird|werden|suchen|sucht|haben|hat|dein|deine|ihr|ihre|sie|unser|unsere|unserem|unseren|dieser|diese|vous|nous|sont|devez|devrez|sera|serez|travaillerez|votre|vos|notre|recherchons|buscamos|debes|debe|deberás|trabajarás|eres|nuestra|nuestro|tu|basé|basée|ubicado|ubicada|sonst|pro|par|por',
  ],
  ['day', 'day|days|tag|tage|tagen|jour|jours|día|días'],
  [
    'nowhere',
    'tbd|tba|n/a|na|est|pst|cst|mst|cet|cest|gmt|utc|edt|pdt|bst|ist|none|unknown|unspecified|other|others|location tbd|to be determined|k a|ohne ort|sin especificar|non précisé|see description|locations|standorte|sites|lieux|ubicaciones',
  ],
];

const workplaces: readonly (readonly ['remote' | 'hybrid' | 'on_site', string])[] = [
  [
    'remote',
    'remote|remotely|fully remote|full remote|100 remote|remote first|remote friendly|remote work|remote working|remote job|remote position|remote role|remote office|work from home|working from home|work at home|works from home|wfh|home office|homeoffice|home office möglich 100|home based|homebased|from home|telecommute|telecommuting|telework|teleworking|virtual|distributed team|distributed company|remote arbeit|fernarbeit|mobiles arbeiten|mobile arbeit|ortsunabhängig|standortunabhängig|von zu hause|von zuhause|télétravail|télétravail complet|full télétravail|100 télétravail|à distance|distanciel|remoto|remota|remotos|100 remoto|totalmente remoto|en remoto|trabajo remoto|trabajo en remoto|teletrabajo|100 teletrabajo|a distancia|desde casa|trabalho remoto|da casa|lavoro da remoto|da remoto|thuiswerken|op afstand',
  ],
  [
    'hybrid',
    'hybrid|hybride|hybrides|híbrido|híbrida|hibrid|hybrid remote|remote hybrid|hybrid work|hybrides arbeiten|hybrides arbeitsmodell|modalidad híbrida|mode hybride|télétravail partiel|télétravail possible|télétravail occasionnel|partially remote|partly remote|semi remote|teilweise remote|teilweise homeoffice|teilweise home office|homeoffice möglich|home office möglich|homeoffice anteil|remote möglich|remote optional|teletrabajo parcial|parcialmente remoto|semipresencial|ibrido|hibrido',
  ],
  [
    'on_site',
    'on site|onsite|on premise|in office|in the office|in person|office based|vor ort|präsenz|präsenzpflicht|sur site|présentiel|en présentiel|presencial|presenciales|in sede|op locatie|not remote|non remote|no remote|nicht remote|kein remote|keine remote arbeit|kein homeoffice|kein home office|pas de télétravail|sans télétravail|sin teletrabajo|no remoto|no teletrabajo|no remote work',
  ],
];

const nationwide: readonly (readonly [string, string])[] = [
  ['DE', 'deutschlandweit|bundesweit|ganz Deutschland|Germany-wide'],
  ['AT', 'österreichweit|ganz Österreich'],
  ['CH', 'schweizweit|ganze Schweiz'],
  ['FR', 'toute la France|France entière|partout en France'],
  ['ES', 'toda España'],
  ['US', 'US-wide|nationwide US|nationwide USA|all US states|Lower 48|contiguous US|continental US|CONUS'],
  ['GB', 'UK-wide|nationwide UK'],
];

const anywhere =
  'anywhere|anywhere in the world|worldwide|global|globally|weltweit|überall|monde entier|partout|en cualquier lugar|todo el mundo|mundial|remote worldwide|work from anywhere';

function build(): Map<string, readonly Term[]> {
  const terms = new Map<string, Term[]>();
  const add = (names: string, term: Term) => {
    for (const name of names.split('|')) {
      const key = keyOf(name);
      const known = terms.get(key);
      if (known === undefined) terms.set(key, [term]);
      else known.push(term);
    }
  };
  for (const [workplace, names] of workplaces) add(names, { kind: 'workplace', workplace });
  add(anywhere, { kind: 'anywhere' });
  for (const [name, area] of areaNames) add(name, { kind: 'area', name: area });
  for (const [names, city, country, named] of metropolitanAreas) {
    add(names, { kind: 'metropolis', city, country, name: named ?? null });
  }
  for (const [country, names] of nationwide) add(names, { kind: 'nationwide', country });
  for (const [kind, names] of words) add(names, { kind });
  return terms;
}

/** What each word or phrase beside a place means, by its key; some mean several things. */
export const terms: ReadonlyMap<string, readonly Term[]> = build();

/** All beginnings of phrases, so that longer ones need not be looked for. */
export const beginningsOfTerms: ReadonlySet<string> = new Set(
  [...terms.keys()].flatMap((key) => {
    const parts = key.split(' ');
    return parts.map((_, index) => parts.slice(0, index + 1).join(' '));
  }),
);

/** How many words a phrase has at most. */
export const longestTerm = 5;

/** Words that tell that the rest of a part is a street; the second ones end in it. */
export const streetWords: ReadonlySet<string> = new Set(
  'street st road rd ave avenue avenida av blvd boulevard lane ln drive dr way highway hwy pkwy parkway plaza platz weg allee rue calle via carrer paseo quai chemin suite ste floor unit tpke turnpike pike building bldg square sq impasse cours route str strasse'.split(
    ' ',
  ),
);
export const streetEndings: readonly string[] = [
  'strasse',
  'str',
  'weg',
  'platz',
  'allee',
  'gasse',
  'damm',
  'straat',
  'laan',
  'gatan',
];

/** Two letters that are a region's or a country's code and a word too. */
export const wordsLikeCodes: ReadonlySet<string> = new Set(
  'in or me on de la al no is at be it es en et ma pa hi oh ok so id my us as am do to by he an il el se si co sc mo'.split(
    ' ',
  ),
);
