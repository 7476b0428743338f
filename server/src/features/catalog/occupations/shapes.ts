import { titleWords } from './lemmas.ts';

/** What somebody does all day, whatever the field. */
export type RoleShape = 'hands_on' | 'lead' | 'manager' | 'executive';
export const roleShapes = [
  'hands_on',
  'lead',
  'manager',
  'executive',
] as const satisfies readonly RoleShape[];

/** Steps of seniority in a trade: trainee 0, junior 1, plain 2, senior 3, principal 4. */
export type Level = 0 | 1 | 2 | 3 | 4;

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const executives =
  wordsOf(`ceo cto cfo coo cio cmo chro cpo vp svp evp avp president chief executive-director geschaftsfuhrer
  geschaftsfuhrerin vorstand prokurist pdg dg directeur-general director-general consejero-delegado presidente presidenta`);
const managers =
  wordsOf(`manager managers head director directors directeur directrice directora leiter leiterin leitung
  abteilungsleiter bereichsleiter bereichsleiterin abteilungsleiterin filialleiter filialleiterin responsable chef cheffe jefe jefa
  gerente superintendent principal-manager betriebsleiter werksleiter bauleiter bauleiterin heimleitung cadre dirigeant dirigeante`);
const leads =
  wordsOf(`lead leads leader supervisor supervisors foreman forewoman teamleiter teamleiterin teamlead teamleitung
  gruppenleiter gruppenleiterin schichtleiter schichtleiterin schichtfuhrer vorarbeiter vorarbeiterin polier polierin stationsleitung
  stationsleiter stationsleiterin wohnbereichsleitung wohnbereichsleiter coordinator koordinator encargado encargada capataz
  supervisora charge second sous team-leader coordinador coordinadora coordinateur coordinatrice contremaitre maitre maestro-de-obra`);

/** Behind or before these the word for a manager names a profession that leads nobody. */
const managersOfThings =
  wordsOf(`account product project program programme case community key category social content campaign
  customer success brand partner produkt projekt projet produit proyecto producto cuentas compte clientele marketing event events risk
  quality data portfolio relationship release delivery property contract change bid territory kunden kundenbetreuung`);

/** The French 'chef' and the English one cook; so do those behind them. */
const cooking = wordsOf(
  'cuisine partie rang sous commis pastry executive patissier line station kitchen demi de',
);

const levels: readonly (readonly [Level, ReadonlySet<string>])[] = [
  [
    0,
    wordsOf(`intern internship trainee apprentice apprenticeship student praktikant praktikantin praktikum werkstudent werkstudentin azubi
      auszubildende auszubildender ausbildung stagiaire stage apprenti apprentie alternance alternant alternante becario becaria practicas
      aprendiz volontar volontariat`),
  ],
  [
    1,
    wordsOf(
      'junior jr graduate entry assistant-level berufseinsteiger debutant debutante einsteiger jungkoch',
    ),
  ],
  [
    3,
    wordsOf('senior sr snr experienced erfahren erfahrene erfahrener confirme confirmee experimentado iii'),
  ],
  [4, wordsOf('principal staff distinguished fellow expert iv')],
];

const circumstances =
  wordsOf(`full part time fulltime parttime night nights day days shift shifts weekend remote hybrid temporary
  permanent flex per diem seasonal hourly locum interim vollzeit teilzeit minijob nachtdienst nachtschicht schichtbetrieb befristet
  unbefristet gesucht homeoffice nuit jour cdi cdd interimaire temps plein partiel jornada completa parcial noche indefinido temporal
  qualified approved certified examiniert examinierte gelernt gelernte diplome diplomee titulado titulada confirmed`);

/** Whether a word tells how and at what level one works, and not as what. */
export const isCircumstance = (word: string): boolean =>
  circumstances.has(word) || levels.some(([, names]) => names.has(word));

/** What a title says of the shape of the work. Read in one pass over its words. */
export function shapeOf(title: string): RoleShape {
  const words = titleWords(title);
  let shape: RoleShape = 'hands_on';
  const raise = (to: RoleShape) => {
    if (roleShapes.indexOf(to) > roleShapes.indexOf(shape)) shape = to;
  };
  const has = (set: ReadonlySet<string>, at: number) => set.has(words[at] ?? '');
  words.forEach((word, at) => {
    const isOfThing = has(managersOfThings, at - 1) || has(managersOfThings, at + 1);
    if (executives.has(word) && !(word === 'chief' && words.length === 1)) raise('executive');
    else if (word === 'head' && at > 0) raise('lead');
    else if (word === 'chef' || word === 'cheffe') {
      const cooks = at + 1 === words.length || has(cooking, at - 1) || has(cooking, at + 1);
      if (!cooks && !isOfThing) raise('manager');
    } else if (managers.has(word))
      raise(isOfThing && word !== 'head' && !word.startsWith('director') ? 'hands_on' : 'manager');
    else if (leads.has(word)) raise('lead');
    else if (/(?:leiter|leiterin|leitung)$/.test(word) && !word.startsWith('projekt')) raise('manager');
  });
  return shape;
}

/** The level that a title tells; null when it tells none. */
export function levelOf(title: string): Level | null {
  const words = titleWords(title);
  let level: Level | null = null;
  for (const [each, names] of levels) if (words.some((word) => names.has(word))) level = each;
  return level;
}
