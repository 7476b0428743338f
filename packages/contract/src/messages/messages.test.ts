import { expect, test } from 'vitest';
import { defineMessages, formatsOf, localeOf } from './index.ts';

const messages = defineMessages({
  en: {
    title: 'Saved searches',
    created: '{name} made it on {at:date}.',
    fits: 'It fits by {score:percent}, and pays {amount:number}.',
    asks: 'It asks for {skills:list}.',
    found: ({ count }: { readonly count: number }, { plural }) =>
      plural(count, { one: '# job', other: '# jobs' }),
  },
  de: {
    title: 'Gespeicherte Suchen',
    created: 'Am {at:short_date} von {name} angelegt.',
    fits: 'Sie passt zu {score:percent} und zahlt {amount:number}.',
    asks: 'Gefragt sind {skills:list}.',
    found: ({ count }, { plural }) => plural(count, { one: '# Job', other: '# Jobs' }),
  },
  fr: {
    title: 'Recherches enregistrées',
    created: 'Créée par {name} le {at:date}.',
    fits: 'Elle convient à {score:percent} et paie {amount:number}.',
    asks: 'Compétences demandées : {skills:list}.',
    found: ({ count }, { plural }) =>
      plural(count, { one: '# offre', many: '# d’offres', other: '# offres' }),
  },
  es: {
    title: 'Búsquedas guardadas',
    created: ({ name, at }, { instant }) => `${name} la creó el ${instant(at, 'date')}.`,
    fits: 'Encaja al {score:percent} y paga {amount:number}.',
    asks: 'Pide {skills:list}.',
    found: ({ count }, { plural }) => plural(count, { one: '# empleo', other: '# empleos' }),
  },
});

test.each([
  ['en', 'Saved searches'],
  ['de-AT', 'Gespeicherte Suchen'],
  ['FR', 'Recherches enregistrées'],
  ['it', 'Saved searches'],
  ['', 'Saved searches'],
])('a person who reads %s is told in a language of ours', (locale, title) => {
  expect(messages(locale).title()).toBe(title);
});

test.each([
  ['en', '1 job', '2 jobs', '1,200 jobs', '1,000,000 jobs'],
  ['de', '1 Job', '2 Jobs', '1.200 Jobs', '1.000.000 Jobs'],
  ['fr', '1 offre', '2 offres', '1\u202f200 offres', '1\u202f000\u202f000 d’offres'],
  ['es', '1 empleo', '2 empleos', '1200 empleos', '1.000.000 empleos'],
])('numbers take their form and their separators in %s', (locale, ...expected) => {
  expect([1, 2, 1_200, 1_000_000].map((count) => messages(locale).found({ count }))).toEqual(expected);
});

test('French counts nothing like one, and the others like many', () => {
  expect(['en', 'de', 'fr', 'es'].map((locale) => messages(locale).found({ count: 0 }))).toEqual([
    '0 jobs',
    '0 Jobs',
    '0 offre',
    '0 empleos',
  ]);
});

test('a moment is told in the zone of the person', () => {
  const made = { name: 'Ada', at: '2026-08-31T23:59:00Z' };
  expect(messages('en', 'Europe/Berlin').created(made)).toBe('Ada made it on Tuesday, September 1, 2026.');
  expect(messages('en', 'America/New_York').created(made)).toBe('Ada made it on Monday, August 31, 2026.');
  expect(messages('fr', 'Europe/Paris').created(made)).toBe('Créée par Ada le mardi 1er septembre 2026.');
  expect(messages('es', 'America/Bogota').created(made)).toBe('Ada la creó el lunes, 31 de agosto de 2026.');
  expect(messages('de').created({ ...made, at: new Date(made.at) })).toBe('Am 31.08.2026 von Ada angelegt.');
});

test('a zone that nobody knows is taken for UTC', () => {
  expect(formatsOf('en', 'Mars/Olympus').instant('2026-08-31T23:59:00Z', 'time')).toMatch(/^11:59\sPM$/);
});

test('lists, shares and amounts are said as in the language', () => {
  const skills = ['Rust', 'Go', 'SQL'];
  expect(['en', 'de', 'fr', 'es'].map((locale) => messages(locale).asks({ skills }))).toEqual([
    'It asks for Rust, Go, and SQL.',
    'Gefragt sind Rust, Go und SQL.',
    'Compétences demandées\u00a0: Rust, Go et SQL.',
    'Pide Rust, Go y SQL.',
  ]);
  expect(messages('de').fits({ score: 87, amount: 12_000 })).toBe('Sie passt zu 87\u00a0% und zahlt 12.000.');
});

test('what a person has written is not read as a text of ours', () => {
  const name = '{at:date} $& {name}';
  expect(messages('en').created({ name, at: '2026-09-01T12:00:00Z' })).toBe(
    `${name} made it on Tuesday, September 1, 2026.`,
  );
});

test('each language is bound once for a zone', () => {
  expect(messages('de', 'Europe/Berlin')).toBe(messages('de-CH', 'Europe/Berlin'));
  expect(messages('de', 'Europe/Berlin')).not.toBe(messages('de', 'Europe/Rome'));
});

test('tags of languages are read by their first part', () => {
  expect(['en-GB', 'de', 'es-419', 'pt-BR', 'english'].map(localeOf)).toEqual(['en', 'de', 'es', 'en', 'en']);
});

test('other languages must say the same with the same', () => {
  // These are errors to the compiler; nothing has to run.
  const _compiled = () => {
    const en = { hello: 'Hello {name}', bye: 'Bye' } as const;
    const whole = { hello: '{name}', bye: '' } as const;
    // @ts-expect-error a message is missing
    defineMessages({ en, de: { hello: '{name}' }, fr: whole, es: whole });
    // @ts-expect-error a message is too many
    defineMessages({ en, de: { ...whole, more: '' }, fr: whole, es: whole });
    defineMessages({
      en,
      // @ts-expect-error a parameter is missing
      de: { ...whole, hello: 'Hallo' },
      // @ts-expect-error a parameter is too many
      fr: { ...whole, hello: 'Bonjour {name} {title}' },
      // @ts-expect-error a parameter has another type
      es: { ...whole, hello: 'Hola {name:number}' },
    });
    const { created, found } = messages('en');
    // @ts-expect-error a parameter is not given
    created({ name: 'Ada' });
    // @ts-expect-error a parameter is of another type
    found({ count: 'many' });
  };
  expect(_compiled).toBeTypeOf('function');
});
