import { describe, expect, it } from 'vitest';
import { lookUpSkill, namesOfSkills, skillVocabulary } from './skills.ts';
import { parseTrade, readVocabulary, type VocabularyLanguage } from './vocabulary.ts';
import { fold, spellingWords, stem } from './words.ts';

const find = (text: string): string[] => namesOfSkills(skillVocabulary(), [text], 25);

describe('the skills of a text', () => {
  it.each([
    ['Java, Go or Rust', ['Java', 'Go', 'Rust']],
    ['Proficiency in React Native and TypeScript', ['React Native', 'TypeScript']],
    ['C/C++ and C#', ['C', 'C++', 'C#']],
    ['Node.js, .NET and CI/CD', ['Node.js', '.NET', 'CI/CD']],
    ['Golang and k8s', ['Go', 'Kubernetes']],
    ['Microsoft Excel', ['Excel']],
    ['Go-to-Market Manager in R&D', ['product marketing', 'research and development']],
    ['ASP.NET and Python3', ['ASP.NET', '.NET', 'Python']],
    ['You react to alarms and dress wounds: wound care, IV therapy', ['wound care', 'IV therapy']],
  ])('of %j are %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it.each([
    'Go above and beyond. You will go far.',
    'Go places with us',
    'React to changes quickly',
    'javascripting with sqlites',
    'Vitamin C for Excel-lent people',
    'We excel at small things, spark ideas and get swift answers. Access to the bus is good.',
    'Your word counts with us, and a rust-free bicycle waits for you.',
  ])('are none in %j', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each([
    ['A Go developer who knows R', ['Go', 'R']],
    ['Experience with React', ['React']],
    ['Fluent German, French is a plus', ['German', 'French']],
    ['A German company in the French market', []],
  ])('that are usual words count where they are meant: %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it.each([
    ['You know Docker. No Java or Scala needed, but Kotlin.', ['Docker', 'Kotlin']],
    ['We do not use Tableau or Power BI but Looker.', ['Looker']],
    ['Ein Führerschein ist nicht nötig, aber du kannst mit Excel umgehen.', ['Excel']],
    ['Kein Führerschein nötig. Wundversorgung ist dein Alltag.', ['Wundversorgung']],
    ["Java n'est pas utilisé ici, nous travaillons avec Symfony.", ['Symfony']],
    ['No hace falta Java; usamos TypeScript para la web.', ['TypeScript']],
    ['Docker ist kein Muss, aber gern gesehen für dich.', ['Docker']],
    ['Not only Java but also Kotlin is what you write.', ['Java', 'Kotlin']],
  ])('are not those that it denies: %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it.each([
    ['Du hast Schweißkenntnisse und die Hydraulikanlagen sind dir vertraut.', ['Schweißen', 'Hydraulik']],
    [
      'Vous assurez les soins des plaies et la préparation des commandes.',
      ['soins des plaies', 'préparation de commandes'],
    ],
    [
      'Se valora el manejo de carretillas elevadoras y la cura de heridas.',
      ['carné de carretillero', 'cura de heridas'],
    ],
  ])('are called as the language of the text calls them: %j', (text, expected) => {
    expect(find(text)).toEqual(expect.arrayContaining(expected));
  });

  it('stand where they are told', () => {
    const text = 'Du brauchst Kenntnisse in Microsoft Excel.';
    const { skills } = skillVocabulary().find(text);
    expect(skills.map(({ start, end }) => text.slice(start, end))).toEqual(['Microsoft Excel']);
  });
});

it.each([
  ['RN', 'registered nurse licence'],
  ['Wundversorgung', 'wound care'],
  ['soudure TIG', 'tig welding'],
  ['golang', 'go'],
  ['constructor', null],
  ['—', null],
])('a skill that a profile calls %j is %j', (name, expected) => {
  expect(lookUpSkill(name)?.id ?? null).toBe(expected);
});

describe('the shipped vocabulary', () => {
  const concepts = readVocabulary();

  it('has enough of all trades', () => {
    const spellings = new Set(
      concepts.flatMap(({ id, spellings: own }) => own.map(({ text }) => `${id} ${text.toLowerCase()}`)),
    );
    const ofComputers = concepts.filter(({ trade }) => trade.name.startsWith('it-'));
    expect(concepts.length).toBeGreaterThanOrEqual(4_000);
    expect(spellings.size).toBeGreaterThanOrEqual(15_000);
    expect(ofComputers.length / concepts.length).toBeLessThanOrEqual(0.6);
  });

  it('has each concept once, and links that lead somewhere', () => {
    const ids = concepts.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const known = new Set(ids);
    expect(concepts.flatMap(({ broader }) => broader).filter((id) => !known.has(id))).toEqual([]);
  });

  it('has no spelling of two concepts, as it is compared', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, spellings } of concepts) {
      for (const { text, language, kind } of spellings) {
        const key = `${language} ${kind === 'plain' ? compared(text, language) : text}`;
        const owner = owners.get(key) ?? id;
        if (owner !== id) shared.push(`${key}: ${owner}, ${id}`);
        owners.set(key, owner);
      }
    }
    expect(shared).toEqual([]);
  });
});

const compared = (text: string, language: VocabularyLanguage): string =>
  spellingWords(text)
    .map(({ raw, folded }) =>
      language === 'en' && /^\p{Lu}/u.test(raw) ? `=${folded}` : stem(folded, language),
    )
    .join(' ');

it('reads a line of a file', () => {
  const [concept] = parseTrade(
    'test',
    '# A trade.\n@context code\nASP.NET <<.NET = !ASP | ~Asp, Asp.Net | | punto net\n',
  );
  expect(concept).toMatchObject({
    id: 'asp.net',
    names: { en: 'ASP.NET', de: 'Asp', fr: 'ASP.NET', es: 'punto net' },
    broader: ['.net'],
    includes: ['.net'],
    trade: { name: 'test', context: ['code'], window: 3 },
  });
  expect(concept?.spellings.map(({ text, language, kind }) => `${language} ${kind} ${text}`)).toEqual([
    'en plain ASP.NET',
    'en exact ASP',
    'de ambiguous Asp',
    'de plain Asp.Net',
    'es plain punto net',
  ]);
});

it('compares words without case, accents and endings', () => {
  expect(['Schweißen', 'Œuvre', 'MÜLLER', 'ŁÓDŹ', 'Ａ'].map(fold)).toEqual([
    'schweissen',
    'oeuvre',
    'muller',
    'lodz',
    'a',
  ]);
  expect(stem('maschinen', 'de')).toBe(stem('maschine', 'de'));
  expect(stem('soignantes', 'fr')).toBe(stem('soignant', 'fr'));
  expect(stem('enfermeras', 'es')).toBe(stem('enfermero', 'es'));
  expect(stem('batteries', 'en')).toBe(stem('battery', 'en'));
});
