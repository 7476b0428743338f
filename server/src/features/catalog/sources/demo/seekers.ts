import { type Locale, type PreferencesUpdate, type ProfileUpdate, weekdays } from '@rolecall/contract';
import { normalizeUnicode } from '../../../../platform/text/index.ts';
import { createDice, type Dice } from './dice.ts';
import { type Employer, employers, type Language } from './employers.ts';
import { phrasesOfSeekers } from './seeker-phrases.ts';
import { tradeFacts } from './trades.ts';
import { wordsOf } from './words.ts';

/** A job seeker who is made up, with all that the person has told. */
export interface MadeUpSeeker {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly profile: ProfileUpdate;
  readonly preferences: PreferencesUpdate;
  /** How far the person goes, each out of a hundred: chances that are the same each time. */
  readonly chances: { readonly saves: number; readonly applies: number; readonly reads: number };
}

/** Their addresses are of a domain that nobody can have (RFC 2606). */
export const seekerDomain = 'people.demo.example';

const zones = new Map([
  ['Germany', 'Europe/Berlin'],
  ['Austria', 'Europe/Vienna'],
  ['Switzerland', 'Europe/Zurich'],
  ['France', 'Europe/Paris'],
  ['Belgium', 'Europe/Brussels'],
  ['Spain', 'Europe/Madrid'],
  ['Mexico', 'America/Mexico_City'],
  ['United Kingdom', 'Europe/London'],
  ['Ireland', 'Europe/Dublin'],
  ['Netherlands', 'Europe/Amsterdam'],
  ['United States', 'America/New_York'],
  ['Portugal', 'Europe/Lisbon'],
]);

/** Names as they are usual where a language is spoken. */
const names: Readonly<Record<Language, { readonly first: string; readonly last: string }>> = {
  en: {
    first:
      'Amelia Oliver Isla George Ava Noah Mia Arthur Freya Leo Grace Oscar Ruby Harry Ella Jack Zara Sam Nora Kofi',
    last: 'Smith Jones Taylor Brown Patel Wilson Evans Thomas Roberts Walker Wright Khan Green Hall Wood Clarke Hughes Osei',
  },
  de: {
    first:
      'Emma Ben Hannah Paul Lina Jonas Marie Finn Clara Emil Ida Anton Leyla Felix Greta Malik Johanna Max Frieda Yusuf',
    last: 'Müller Schmidt Schneider Fischer Weber Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Yilmaz Neumann Braun Krüger',
  },
  fr: {
    first:
      'Jade Gabriel Louise Raphaël Alice Louis Chloé Jules Inès Adam Léa Hugo Manon Nathan Zoé Ethan Camille Théo Aïcha Mehdi',
    last: 'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Benali Roux',
  },
  es: {
    first:
      'Lucía Hugo Sofía Mateo Martina Martín María Leo Julia Daniel Paula Álvaro Valeria Pablo Emma Diego Carla Bruno Nuria Iker',
    last: 'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Ruiz Díaz Moreno Álvarez Romero Navarro Torres Vega Cruz',
  },
};

const one = <Item>(dice: Dice, items: readonly Item[]): Item => {
  const item = items[dice.below(items.length)];
  if (item === undefined) throw new Error('The list is empty');
  return item;
};

/** So many people, the same ones for the same seed; more of them begin with the fewer. */
export function madeUpSeekers(count: number, seed: number): MadeUpSeeker[] {
  return Array.from({ length: count }, (_, index) =>
    madeUpSeeker(index, createDice(seed * 1_000_003 + index)),
  );
}

function madeUpSeeker(index: number, dice: Dice): MadeUpSeeker {
  const employer = one(dice, employers);
  const trade = one(dice, employer.trades);
  const { language } = employer;
  const first = one(dice, names[language].first.split(' '));
  const last = one(dice, names[language].last.split(' '));
  return {
    name: `${first} ${last}`,
    email: `${slug(first)}.${slug(last)}.${index + 1}@${seekerDomain}`,
    timeZone: zones.get(employer.country) ?? 'UTC',
    locale: language,
    profile: profileOf(employer, trade, dice),
    preferences: preferencesOf(dice),
    chances: { saves: dice.below(100), applies: dice.below(100), reads: dice.below(100) },
  };
}

function profileOf(employer: Employer, trade: Employer['trades'][number], dice: Dice): ProfileUpdate {
  const { language, currency, rate } = employer;
  const { titles, skills } = wordsOf(employer, trade);
  const facts = tradeFacts[trade];
  const years = 1 + dice.below(25);
  const say = phrasesOfSeekers[language];
  const title = one(dice, titles);
  const low = Math.round((facts.pay[0] * rate * (0.85 + dice.below(4) * 0.05)) / 500) * 500;
  return {
    headline: say.headline(title, years),
    summary: one(dice, say.summaries),
    skills: dice.pick(skills, 3 + dice.below(5)),
    wanted_titles: dice.pick(titles, 1 + dice.below(3)),
    places: dice.chance(85) ? dice.pick(employer.cities, 1 + dice.below(2)) : [],
    remote: facts.desk ? one(dice, ['any', 'any', 'any', 'remote_only']) : one(dice, ['any', 'on_site_only']),
    pay_floor: dice.chance(45) ? { amount: low, currency, period: 'year' } : null,
    employment_types: one(dice, [[], ['full_time'], ['full_time', 'part_time'], ['part_time']]),
    seniority: dice.chance(20) && facts.desk ? (years > 6 ? 'senior' : 'junior') : null,
    minimum_match_score: one(dice, [50, 50, 60, 70]),
  };
}

function preferencesOf(dice: Dice): PreferencesUpdate {
  const frequency = one(dice, ['immediate', 'daily', 'daily', 'daily', 'weekly', 'off'] as const);
  return {
    categories: [{ category: 'jobs', frequency }],
    quiet_hours: dice.chance(50) ? { days: [...weekdays], from: '21:00', to: '07:30' } : null,
    ...(dice.chance(30) ? { caps: { per_day: 1 + dice.below(5) } } : {}),
  };
}

/** A name for an address. */
const slug = (name: string): string =>
  normalizeUnicode(name.toLowerCase().replaceAll('ü', 'ue'), 'NFD').replaceAll(/[^a-z]/g, '');
