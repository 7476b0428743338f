import { createHash } from 'node:crypto';
import type { SearchablePosting } from '../../server/src/features/catalog/search/engine/document.ts';

/** Small seeded generator (mulberry32), so that every run measures the same data. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pickFrom = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
};

const levels = ['', '', '', 'Junior ', 'Senior ', 'Lead ', 'Principal ', 'Head of '];
const fields =
  'Backend,Frontend,Data,Platform,Security,Mobile,Cloud,Sales,Marketing,Finance,Product,Supply Chain,Customer Success,Legal,Clinical,Quality,Process,Electrical,Mechanical,Civil,Software,Machine Learning,Network,Database,Embedded,Test Automation,Payroll,Procurement,Logistics,Warehouse,Retail,Hospitality,Training,Research,Regulatory,Maintenance,Production,Safety,Energy,Insurance'.split(
    ',',
  );
const roles =
  'Engineer,Developer,Manager,Analyst,Consultant,Specialist,Coordinator,Director,Assistant,Technician,Architect,Officer,Planner,Supervisor,Advisor,Administrator'.split(
    ',',
  );
const trades =
  'Registered Nurse,Pflegefachkraft (m/w/d),Softwareentwickler,Elektriker,Truck Driver,Teacher,Electrician,Physiotherapist,Infirmière,Vendeuse,Comptable,Enfermero,Camarero,Krankenpfleger,Lagermitarbeiter,Projektleiter Bau,Welder,Cook,Plumber,Account Executive,Site Reliability Engineer,Technical Writer,Graphic Designer,Recruiter,Paralegal,Accountant,Bauleiter,Mechatroniker,Steuerfachangestellter,Développeur logiciel'.split(
    ',',
  );
const skills =
  'TypeScript,React,Python,SQL,Go,Rust,Excel,Figma,Kubernetes,PostgreSQL,Java,Nursing,German,Sales,Welding,Forklift,AutoCAD,SAP,Salesforce,Terraform,C++,C#,Node.js,Kafka,Spark,Patient care,Negotiation,Accounting,Teaching,Driving licence'.split(
    ',',
  );
const places =
  'Berlin, Germany|Hamburg, Germany|München, Germany|Köln|Frankfurt am Main|Stuttgart|Leipzig|Ulm|London, United Kingdom|Manchester, UK|Leeds, UK|Paris, France|Lyon, France|Marseille|Madrid, Spain|Barcelona, Spain|Valencia, Spain|New York, NY|Austin, TX|San Francisco, CA|Chicago, IL|Boston, MA|Seattle, WA|Denver, CO|Toronto, Canada|Zürich|Genève|Wien|Amsterdam, Netherlands|Dublin, Ireland|Lisbon, Portugal|Bengaluru, India'.split(
    '|',
  );
/** Words that texts are made of: by Zipf's law the word of rank r is as frequent as 1/r. */
const syllables = 'ba co den fi gar hel in jo ka lor mu ner os pri qua ren sta tor ul ven'.split(' ');
const vocabularySize = 40_000;
const rareWord = (rank: number): string =>
  [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400) % 20, Math.floor(rank / 8_000)]
    .map((index) => syllables[index] ?? '')
    .join('');
const usualWords =
  'the and to of you with we our a in for your team work experience will are customers on is role skills join as business an that this be or have working support from at help by projects strong management development design build systems people company new data services training benefits health safety quality process lead deliver'.split(
    ' ',
  );
const vocabulary = Array.from({ length: vocabularySize }, (_, rank) => usualWords[rank] ?? rareWord(rank));
const sentences = fields.flatMap((field) =>
  roles.map((role) => `${field.toLowerCase()} ${role.toLowerCase()}`),
);
const workplaces = ['on_site', 'hybrid', 'remote', null] as const;
const types = ['full_time', 'full_time', 'full_time', 'part_time', 'contract', 'internship', null] as const;
const seniorities = ['junior', 'mid', 'senior', 'lead', null] as const;

const idOf = (text: string): string => {
  const hex = createHash('md5').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const madeTitle = (random: () => number): string =>
  random() < 0.3
    ? `${pickFrom(random, levels.slice(0, 6))}${pickFrom(random, trades)}`
    : `${pickFrom(random, levels)}${pickFrom(random, fields)} ${pickFrom(random, roles)}`;

/** Made-up postings, always the same for a seed: titles of all trades, and texts of 150 to 350 words. */
export function* madePostings(count: number, seed = 42): Generator<SearchablePosting> {
  const random = randomFrom(seed);
  const companies = Math.max(10, Math.floor(count / 40));
  for (let number = 0; number < count; number += 1) {
    const length = 150 + Math.floor(random() * 200);
    const words = Array.from(
      { length },
      () => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? 'the',
    );
    const company = Math.floor(companies * random() ** 2);
    const id = idOf(`${seed} ${number}`);
    const isPaid = random() < 0.4;
    const age = Math.floor(random() * 90 * 86_400_000);
    yield {
      id,
      vacancy: id,
      title: madeTitle(random),
      companyId: idOf(`company ${company}`),
      company: `${rareWord(company + 400)} ${pickFrom(random, ['GmbH', 'Ltd', 'Inc', 'AG', 'SA'])}`,
      department: null,
      text: `You are a ${pickFrom(random, sentences)}. ${words.join(' ')}`,
      skills: [pickFrom(random, skills), pickFrom(random, skills), pickFrom(random, skills)],
      places: [pickFrom(random, places)],
      workplace: pickFrom(random, workplaces),
      employmentType: pickFrom(random, types),
      seniority: pickFrom(random, seniorities),
      sourceId: null,
      payAnnual: isPaid ? 30_000 + Math.floor(random() * 90) * 1_000 : null,
      payCurrency: isPaid ? 'EUR' : null,
      publishedAt: 1_790_000_000_000 - age,
      updatedAt: 1_790_000_000_000 - age,
    };
  }
}

/** What a person asks, as it stands in an address. */
export type MadeSearch = Readonly<Record<string, string>>;

/**
 * Different searches without end, as people mix them: titles and parts of them, skills, misspelt words, phrases, places, filters.
 */
export function* madeSearches(seed = 7): Generator<MadeSearch> {
  const random = randomFrom(seed);
  const seen = new Set<string>();
  for (;;) {
    const search = madeSearch(random);
    const key = JSON.stringify(search);
    // Whoever asks twice could be answered from memory.
    if (seen.has(key)) continue;
    seen.add(key);
    yield search;
  }
}

function madeSearch(random: () => number): MadeSearch {
  const title = madeTitle(random).replace(' (m/w/d)', '').toLowerCase();
  const rare = () => vocabulary[Math.floor(vocabularySize ** (0.3 + 0.7 * random())) - 1] ?? 'team';
  const kind = random();
  const q =
    kind < 0.3
      ? title
      : kind < 0.45
        ? `${title} ${pickFrom(random, skills).toLowerCase()}`
        : kind < 0.6
          ? `${pickFrom(random, skills).toLowerCase()} ${rare()}`
          : kind < 0.7
            ? oneTypo(random, title)
            : kind < 0.78
              ? title.slice(0, Math.max(4, title.length - 3))
              : kind < 0.84
                ? `"${title}"`
                : kind < 0.9
                  ? `${title} -${pickFrom(random, roles).toLowerCase()}`
                  : `${rare()} ${rare()}`;
  const search: Record<string, string> = { q };
  if (random() < 0.4) search['place'] = pickFrom(random, places);
  if (random() < 0.15) search['workplace'] = pickFrom(random, ['remote', 'hybrid', 'on_site']);
  if (random() < 0.1) search['posted_within_days'] = String(1 + Math.floor(random() * 30));
  if (random() < 0.1) search['pay_minimum'] = String(30_000 + Math.floor(random() * 60) * 1_000);
  return search;
}

/** A letter of one word of at least five is left out, doubled, swapped with the next, or replaced. */
export function oneTypo(random: () => number, text: string): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (/^[a-z]{5,}$/.test(word) ? [at] : []));
  if (long.length === 0) return text;
  const at = pickFrom(random, long);
  const word = words[at] ?? '';
  const place = Math.floor(random() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  words[at] =
    kind === 0
      ? word.slice(0, place) + word.slice(place + 1)
      : kind === 1
        ? word.slice(0, place) + letter + word.slice(place)
        : kind === 2
          ? word.slice(0, place) + (word[place + 1] ?? '') + (word[place] ?? '') + word.slice(place + 2)
          : word.slice(0, place) + letter + word.slice(place + 1);
  return words.join(' ');
}
