import { createDice, type Dice } from './dice.ts';
import { type Employer, employers } from './employers.ts';
import { phrases } from './phrases.ts';
import { type Trade, tradeFacts } from './trades.ts';
import { wordsOf } from './words.ts';

const hourMs = 3_600_000;
/** The first postings are so much older than the board, and the last ones appear so long after it was first read. */
const boardDays = { before: 2, after: 8 } as const;

/** A made-up posting, by hours since the board was read for the first time. */
interface Posting {
  readonly appears: number;
  /** When it is taken down; null: not as long as anybody looks. */
  readonly vanishes: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Hours after it appears. */
  readonly deadline: number | null;
}

const listOf = (heading: string, items: readonly string[]) =>
  `<h3>${heading}</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Which job of which employer a posting is about. */
interface Vacancy {
  readonly employer: Employer;
  readonly trade: Trade;
  readonly title: string;
  readonly city: string;
}

/** The vacancies of an employer, no two of which have title and city in common: as many as it has, or as its trades give. */
function vacanciesOf(employer: Employer, count = employer.jobs): Vacancy[] {
  const { trades, cities } = employer;
  const found = new Map<string, Vacancy>();
  for (let turn = 0; found.size < count && turn < 10 * trades.length; turn += 1) {
    const trade = trades[turn % trades.length] ?? 'support';
    const { titles } = wordsOf(employer, trade);
    const title = titles[turn % titles.length] ?? '';
    const city = cities[Math.floor(turn / trades.length) % cities.length] ?? '';
    found.set(`${title} ${city}`, { employer, trade, title, city });
  }
  return [...found.values()];
}

/** Writes a vacancy out. @param number by which it is known, and on which its chances rest */
function write(
  { employer, trade, title, city }: Vacancy,
  number: number,
  dice = createDice(number),
): Readonly<Record<string, unknown>> {
  const { skills, tasks, asks } = wordsOf(employer, trade);
  const { department, desk, partTime } = tradeFacts[trade];
  const say = phrases[employer.language];
  const workplace = desk ? (['remote', 'hybrid', 'hybrid', 'onsite'] as const)[dice.below(4)] : 'onsite';
  const isPart = dice.below(10) < partTime;
  const isTemporary = !isPart && dice.chance(8);
  const hours = [16, 20, 24, 30][dice.below(4)] ?? 20;
  const notes = [
    isPart ? say.part(hours) : '',
    workplace === 'remote' ? say.remote : workplace === 'hybrid' ? say.hybrid : '',
  ].filter((note) => note !== '');
  const id = `board-${number}`;
  const where = `${city}, ${employer.country}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: employer.name, value: id },
    title: `${title}${say.everybody}`,
    description: [
      `<p>${employer.about}</p>`,
      ...notes.map((note) => `<p>${note}</p>`),
      listOf(say.tasks, dice.pick(tasks, 4)),
      listOf(say.asks, dice.pick(asks, 3)),
      listOf(say.offers, dice.pick(say.benefits, 3)),
      `<p>${dice.pick(say.closing, 1).join('')}</p>`,
    ].join(''),
    employmentType: isPart ? 'PART_TIME' : isTemporary ? 'TEMPORARY' : 'FULL_TIME',
    industry: department,
    hiringOrganization: { '@type': 'Organization', name: employer.name },
    jobLocation:
      workplace === 'hybrid' ? `Hybrid – ${where}` : workplace === 'onsite' ? `On-site – ${where}` : where,
    ...(workplace === 'remote' ? { jobLocationType: 'TELECOMMUTE' } : {}),
    ...payOf(employer, trade, dice),
    skills: skills.join(', '),
    url: `https://careers.demo.example/jobs/${id}`,
  };
}

/** What it pays, which two of three say: by the year, or by the month or hour where that is usual. */
function payOf(employer: Employer, trade: Trade, dice: Dice): { readonly baseSalary?: object } {
  if (!dice.chance(68)) return {};
  const [low, high] = tradeFacts[trade].pay;
  const from = low + ((high - low) * dice.below(5)) / 8;
  const to = from + (high - low) / 3;
  const isHourly = high < 40_000 && ['GBP', 'USD'].includes(employer.currency);
  const isMonthly = high < 50_000 && ['de', 'es', 'fr'].includes(employer.language) && dice.chance(60);
  const [unitText, divisor, step] = isHourly
    ? (['HOUR', 2_000, 1] as const)
    : isMonthly
      ? (['MONTH', 12, 50] as const)
      : (['YEAR', 1, 500] as const);
  const amount = (euros: number) => Math.round((euros * employer.rate) / divisor / step) * step;
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: employer.currency,
      value: { '@type': 'QuantitativeValue', minValue: amount(from), maxValue: amount(to), unitText },
    },
  };
}

let made: readonly Posting[] | undefined;

/** Some 300 jobs, made up anew by each process, always the same. */
function postings(): readonly Posting[] {
  made ??= employers.flatMap((employer, index) =>
    vacanciesOf(employer).map((vacancy, place): Posting => {
      const number = index * 1_000 + place;
      const dice = createDice(-1 - number);
      const appears = dice.below((boardDays.before + boardDays.after) * 24) - boardDays.before * 24;
      return {
        fields: write(vacancy, number),
        appears,
        vanishes: dice.chance(8) ? appears + 24 + dice.below(96) : null,
        deadline: dice.chance(25) ? 24 * (6 + dice.below(30)) : null,
      };
    }),
  );
  return made;
}

/** Of whom the board has something new each time when somebody has it read, and what is special about those jobs. */
const growth = [
  {
    trade: 'nurse',
    title: 'Infirmier',
    employers: ['Hôpital de la Croix-Verte', 'Soins Presqu’île', 'Les Jours Heureux'],
    fields: [
      ' en cardiologie',
      ' en oncologie',
      ' aux urgences',
      ' en maternité',
      ' en neurologie',
      ' en dialyse',
    ],
  },
  {
    trade: 'frontend',
    title: 'Frontend Engineer',
    employers: ['Kitestring', 'Mossgarden'],
    fields: [', Checkout', ', Seating Plans', ', Reports', ', Onboarding', ', Maps', ', Mobile Web'],
  },
  {
    trade: 'accountant',
    title: 'Accountant',
    employers: ['Clearwater Labs', 'Tidewater Insurance'],
    fields: [', Suppliers', ', Fixed Assets', ', Payroll', ', Audit', ', Grants', ', Treasury'],
  },
] as const;

/** What the board has got since: a few jobs for each time that somebody had it read, until all are there. */
function newcomers(times: number): readonly object[] {
  return growth.flatMap(({ trade, title, fields, employers: names }, kind) =>
    fields
      .flatMap((field) => names.map((name) => ({ name, title: `${title}${field}` })))
      .slice(0, times)
      .flatMap(({ name, title: whole }, time) => {
        const employer = employers.find((one) => one.name === name);
        const city = employer?.cities.at(-1);
        if (employer === undefined || city === undefined) return [];
        return [write({ employer, trade, title: whole, city }, 100_000 + kind * 1_000 + time)];
      }),
  );
}

/**
 * The board of the demo, a feed of schema.org JobPosting as a careers site would give it.
 *
 * @param board when it was read for the first time, and how often somebody had it read since
 */
export function demoFeed(
  board: { readonly since: Date; readonly readings: number },
  now: Date,
): readonly object[] {
  // Whoever reads it for the first time does so somewhat later than the week begins.
  const begin = Math.floor(board.since.getTime() / hourMs) * hourMs;
  const moment = (hours: number) => new Date(begin + hours * hourMs);
  const isUp = ({ appears, vanishes }: Posting) =>
    moment(appears) <= now && (vanishes === null || moment(vanishes) > now);
  return [
    ...postings()
      .filter(isUp)
      .map(({ fields, appears, deadline }) => ({
        ...fields,
        datePosted: moment(appears).toISOString(),
        ...(deadline === null ? {} : { validThrough: moment(appears + deadline).toISOString() }),
      })),
    ...newcomers(board.readings),
  ];
}

/** Vacancies that each employer has beyond those of its board. */
const beyondBoard = 2;

/**
 * What an agency posts for the same employers, beside their board: a third of it more in each round, so that people of all
 * trades have news.
 */
export const demoAgencyFeed = (rounds: number, now: Date): readonly object[] =>
  employers.flatMap((employer, index) =>
    index % 3 >= rounds
      ? []
      : vacanciesOf(employer, employer.jobs + beyondBoard)
          .slice(employer.jobs)
          .map((vacancy, place) => ({
            ...write(vacancy, 200_000 + index * 10 + place),
            datePosted: now.toISOString(),
          })),
  );
