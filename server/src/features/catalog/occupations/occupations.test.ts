import { describe, expect, test } from 'vitest';
import { titlesEvaluator } from './evaluation.ts';
import { titleLemmas } from './lemmas.ts';
import { occupationsIn, occupationVocabulary, withFeminine } from './occupations.ts';
import { levelOf, shapeOf } from './shapes.ts';
import { feminineOf, parseOccupations, relatednessOf } from './vocabulary.ts';

const first = (title: string) => occupationsIn(title).occupations[0]?.occupation.id;
const named = (name: string) => {
  const found = occupationVocabulary().lookUp(name)[0];
  if (found === undefined) throw new Error(`the vocabulary has no ${name}`);
  return found;
};

describe('occupations', () => {
  test.each([
    ['Registered Nurse, nights', 'registered nurse'],
    ['RN - Med/Surg', 'registered nurse'],
    ['Krankenpfleger (m/w/d)', 'registered nurse'],
    ['Gesundheits- und Krankenpflegerin', 'registered nurse'],
    ['Infirmière de nuit H/F', 'registered nurse'],
    ['Enfermero/a de urgencias', 'registered nurse'],
    ['Erzieher*in', 'early childhood educator'],
    ['Aide-soignant(e)', 'nursing assistant'],
    ['Senior SWE, Payments', 'software engineer'],
    ['Camionera', 'truck driver'],
    ['Dachdeckerinnen', 'roofer'],
  ])('are found in %s', (title, id) => {
    expect(first(title)).toBe(id);
  });

  test('are none in words that name nobody', () => {
    expect(occupationsIn('Amazing things happen here').occupations).toEqual([]);
    expect(occupationsIn('').occupations).toEqual([]);
  });

  test('are the longest that the words name, not what stands inside', () => {
    expect(occupationsIn('Dental Nurse').occupations.map(({ occupation }) => occupation.id)).toEqual([
      'dental assistant',
    ]);
  });

  test('are named by the end of a German compound, loosely', () => {
    const [found] = occupationsIn('Spezialdachdecker').occupations;
    expect([found?.occupation.id, found?.isLoose]).toEqual(['roofer', true]);
  });

  test('are the nearer, the more of their group they share', () => {
    const nurse = named('registered nurse');
    const near = ['registered nurse', 'geriatric nurse', 'midwife', 'roofer'].map((name) =>
      relatednessOf(nurse, named(name)),
    );
    expect(near).toEqual(near.toSorted((one, other) => other - one));
    expect([near[0], near.at(-1)]).toEqual([1, 0]);
  });

  test('have a name of their own in English, a group, and thousands of names in all', () => {
    const { occupations } = occupationVocabulary();
    expect(new Set(occupations.map(({ id }) => id)).size).toBe(occupations.length);
    expect(occupations.filter(({ group }) => !/^\d{4}$/.test(group))).toEqual([]);
    const names = new Set(
      occupations.flatMap(({ aliases }) =>
        aliases.flatMap(withFeminine).map(({ language, text }) => `${language} ${text}`),
      ),
    );
    expect(names.size).toBeGreaterThan(9_000);
  });

  test('have feminine forms by rule', () => {
    const form = (language: 'de' | 'fr' | 'es' | 'en', text: string) => feminineOf({ language, text });
    expect([
      form('de', 'examinierter Altenpfleger'),
      form('de', 'Kaufmann'),
      form('de', 'Zahnarzt'),
      form('fr', 'directeur commercial'),
      form('fr', 'infirmier scolaire'),
      form('fr', 'vendeur'),
      form('es', 'camarero de pisos'),
      form('es', 'director'),
      form('en', 'waiter'),
    ]).toEqual([
      'examinierter Altenpflegerin',
      'Kauffrau',
      'Zahnärztin',
      'directrice commercial',
      'infirmière scolaire',
      'vendeuse',
      'camarera de pisos',
      'directora',
      null,
    ]);
  });

  test('are read from a file with groups, comments and empty columns', () => {
    const read: Parameters<typeof parseOccupations>[1] = [];
    parseOccupations('# crafts\n@7121 roofers\nroofer = slater | Dachdecker | | techador\n', read);
    expect(read).toEqual([
      {
        id: 'roofer',
        group: '7121',
        place: 0,
        aliases: [
          { language: 'en', text: 'roofer' },
          { language: 'en', text: 'slater' },
          { language: 'de', text: 'Dachdecker' },
          { language: 'es', text: 'techador' },
        ],
      },
    ]);
  });
});

describe('lemmas of titles', () => {
  test.each([
    ['nurses', 'nurse'],
    ['Krankenpflegerinnen', 'Krankenpfleger'],
    ['infirmières', 'infirmier'],
    ['vendeuses', 'vendeur'],
    ['enfermeras', 'enfermero'],
    ['directoras', 'director'],
    ['secretaries', 'secretary'],
    ['Assistenten', 'Assistent'],
  ])('agree for %s and %s', (one, other) => {
    expect(titleLemmas(one)).toEqual(titleLemmas(other));
  });

  test('leave out what only says that everybody is meant', () => {
    expect(titleLemmas('Koch / Köchin (m/w/d)')).toEqual(['koch', 'koch']);
    expect(titleLemmas('Vendeur H/F')).toEqual(['vendeur']);
    expect(titleLemmas('Data Engineer (all genders)')).toEqual(titleLemmas('data engineer'));
  });
});

describe('the shape of a role', () => {
  test.each([
    ['Staff Nurse', 'hands_on'],
    ['Account Manager', 'hands_on'],
    ['Product Manager', 'hands_on'],
    ['Chef de projet', 'hands_on'],
    ['Chef de partie', 'hands_on'],
    ['Schichtleiter', 'lead'],
    ['Team Lead Backend', 'lead'],
    ['Engineering Manager', 'manager'],
    ['Filialleiterin', 'manager'],
    ['Jefa de obra', 'manager'],
    ['VP Sales', 'executive'],
    ['Geschäftsführer', 'executive'],
  ])('of %s is %s', (title, shape) => {
    expect(shapeOf(title)).toBe(shape);
  });

  test('stands apart from the level', () => {
    expect([
      levelOf('Senior Nurse'),
      levelOf('Praktikant Marketing'),
      levelOf('Junior Cook'),
      levelOf('Cook'),
    ]).toEqual([3, 0, 1, null]);
  });
});

test('the evaluator answers in order', () => {
  const answers = [
    ...(titlesEvaluator.evaluate([{ id: 7, title: 'Senior Engineering Manager' }]) as object[]),
  ];
  expect(answers).toEqual([
    { id: 7, occupations: ['software engineering manager'], shape: 'manager', level: 3 },
  ]);
});
