import { cut, escapeMarks, loseLines, misread, mistype, withoutAccents } from './damage.ts';
import { type Employer, employers, renamed } from './employers.ts';
import type { Draft, Family, Variation } from './posting.ts';
import { createRandom, type Random } from './random.ts';
import { type Role, roles } from './roles.ts';
import { decoratedTitles, otherLevels, qualifiers, shifts, words } from './titles.ts';

interface Scene {
  readonly role: Role;
  readonly employer: Employer;
  readonly random: Random;
  readonly city: string;
  readonly number: number;
}

/** What a posting is made of beside the defaults of its scene. */
interface Wording {
  readonly title?: string;
  readonly role?: Role;
  readonly company?: string;
  readonly city?: string;
  readonly about?: string;
  readonly closing?: string;
  readonly extra?: string;
  readonly order?: readonly ('about' | 'tasks' | 'profile' | 'closing')[];
  readonly headings?: number;
  readonly url?: string;
  readonly postedAt?: string;
}

const dayOf = (number: number): string => new Date(Date.UTC(2026, 2, 1 + number)).toISOString();
const shortCity = (city: string): string => city.split(',')[0] ?? city;

function write(scene: Scene, wording: Wording = {}): Draft {
  const { employer, number } = scene;
  const role = wording.role ?? scene.role;
  const city = wording.city ?? scene.city;
  const language = words[role.language];
  const [tasks, profile] = language.headings[wording.headings ?? 0] ?? ['', ''];
  const list = (heading: string, lines: readonly string[]) =>
    `${heading}\n${lines.map((line) => `- ${line}`).join('\n')}`;
  const parts = {
    about: `${wording.about ?? employer.about}\n\n${role.intro} ${language.office(shortCity(city))}`,
    tasks: list(tasks, role.tasks),
    profile: list(profile, role.profile),
    closing: wording.closing ?? employer.closing,
  };
  const order = wording.order ?? ['about', 'tasks', 'profile', 'closing'];
  const texts = order.map((part) => parts[part]);
  if (wording.extra !== undefined) texts.splice(-1, 0, wording.extra);
  return {
    title: wording.title ?? role.title,
    company: wording.company ?? employer.name,
    location: city,
    description: texts.filter((text) => text !== '').join('\n\n'),
    url: wording.url ?? nextUrl(scene, 0),
    postedAt: wording.postedAt ?? dayOf(number % 60),
  };
}

type Rule = (scene: Scene) => Omit<Variation, 'kind'>;

const same = (draft: Draft, hard = false) => ({ same: true, hard, draft });
const other = (draft: Draft, hard = true) => ({ same: false, hard, draft });
/** The address of another posting of the same board. */
const nextUrl = ({ employer, number }: Scene, offset: number): string =>
  `https://boards.greenhouse.io/${employer.id}/jobs/${4_000_000 + offset * 100_000 + number}`;
const otherCity = ({ employer, city }: Scene): string =>
  employer.cities.find((one) => one !== city) ?? employer.cities[0] ?? '';
const rewrite = (draft: Draft, description: string): Draft => ({ ...draft, description });
const boardUrl = ({ number, random }: Scene, board: string): string =>
  `https://www.${board}.example/job/${number * 7919 + random.below(7919)}?utm_source=feed&utm_medium=${board}&trk=abc${number}`;

/** One vacancy, told again. */
const copies: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'tracking parameters',
    (scene) => {
      const original = write(scene);
      return same({ ...original, url: `${original.url}?gh_src=9f3d2a&utm_campaign=spring&utm_source=news` });
    },
  ],
  [
    'another board',
    (scene) =>
      same({
        ...write(scene),
        company: scene.random.pick(scene.employer.otherNames),
        url: boardUrl(scene, 'jobwelt'),
      }),
  ],
  [
    'mistyped text',
    (scene) => {
      const draft = write(scene, { url: boardUrl(scene, 'stellenfix') });
      return same(rewrite(draft, mistype(draft.description, 9, scene.random)), true);
    },
  ],
  [
    'escaped text',
    (scene) => {
      const draft = write(scene, { url: boardUrl(scene, 'emploizone') });
      return same(rewrite(draft, escapeMarks(draft.description)), true);
    },
  ],
  [
    'misread text',
    (scene) => {
      const draft = write(scene, { url: boardUrl(scene, 'trabajoya') });
      return same(
        { ...rewrite(draft, misread(draft.description)), title: withoutAccents(draft.title).toUpperCase() },
        true,
      );
    },
  ],
  [
    'cut text',
    (scene) => {
      const draft = write(scene, { url: boardUrl(scene, 'jobwelt') });
      return same(rewrite(draft, cut(draft.description, 0.45 + scene.random.next() * 0.3)), true);
    },
  ],
  [
    'lost lines',
    (scene) => {
      const draft = write(scene, { url: boardUrl(scene, 'workfinder'), headings: 1 });
      return same(rewrite(draft, loseLines(draft.description, 6, scene.random)), true);
    },
  ],
  [
    'decorated title',
    (scene) => {
      const titles = decoratedTitles(scene.role, shortCity(scene.city));
      return same(
        write(scene, { title: scene.random.pick(titles), url: boardUrl(scene, 'stellenfix'), headings: 1 }),
        true,
      );
    },
  ],
  [
    'another order',
    (scene) =>
      same(
        write(scene, {
          order: ['profile', 'tasks', 'about', 'closing'],
          headings: 1,
          url: boardUrl(scene, 'workfinder'),
        }),
        true,
      ),
  ],
  [
    'boilerplate in another language',
    (scene) =>
      same(
        write(scene, {
          about: scene.employer.aboutAbroad,
          closing: scene.employer.closingAbroad,
          url: boardUrl(scene, 'emploizone'),
        }),
        true,
      ),
  ],
  [
    'posted again',
    (scene) =>
      same(
        write(scene, {
          extra: words[scene.role.language].again,
          url: nextUrl(scene, 9),
          postedAt: dayOf((scene.number % 60) + 33),
        }),
      ),
  ],
  [
    'a copy for another city',
    (scene) =>
      same(
        write(scene, {
          city: otherCity(scene),
          url: nextUrl(scene, 6),
        }),
        true,
      ),
  ],
  [
    'by a marketplace',
    (scene) =>
      same(
        write(scene, {
          company: scene.random.pick([
            'Jobs via Dice',
            'Jobot Marketplace',
            'StepStone Partner',
            'Talent.com',
          ]),
          url: boardUrl(scene, 'talentmarkt'),
        }),
        true,
      ),
  ],
  [
    'pay told by one of both',
    (scene) =>
      same(write(scene, { extra: words[scene.role.language].pay(58, 71), url: boardUrl(scene, 'jobwelt') })),
  ],
]);

/** Vacancies that look alike. */
const lookalikes: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'same title, another text',
    (scene) => {
      const twin = roles.find(({ trade, id }) => trade === scene.role.trade && id !== scene.role.id);
      return other(
        write(scene, {
          ...(twin === undefined ? { title: `${scene.role.title} Team 2` } : { role: twin }),
          title: scene.role.title,
          url: nextUrl(scene, 7),
        }),
      );
    },
  ],
  [
    'another level',
    (scene) =>
      other(write(scene, { title: scene.random.pick(otherLevels(scene.role)), url: nextUrl(scene, 1) })),
  ],
  [
    'another team in the title',
    (scene) => {
      const [, second] = qualifiers[scene.role.language];
      return other(
        write(scene, {
          title: `${scene.role.title}, ${second}`,
          extra: `Team: ${second}.`,
          url: nextUrl(scene, 2),
        }),
      );
    },
  ],
  [
    'another country',
    (scene) =>
      other(
        write(scene, {
          city: scene.random.pick(scene.employer.abroad),
          url: nextUrl(scene, 8),
        }),
      ),
  ],
  [
    'another shift',
    (scene) =>
      other(
        write(scene, {
          title: `${scene.role.title}${shifts[scene.role.language][1]}`,
          url: nextUrl(scene, 3),
        }),
      ),
  ],
  [
    'another employer',
    (scene) => {
      const company = scene.random.pick([
        'Cobalt Harbour Group',
        'Wegener Dienste AG',
        'Maison Perrault',
        'Iberia Norte SA',
      ]);
      return other(
        write(scene, {
          company,
          about: '',
          closing: '',
          role: scene.role,
          url: boardUrl(scene, 'workfinder'),
        }),
        false,
      );
    },
  ],
  [
    'another role of the employer',
    (scene) => {
      const role = roles.find(
        ({ trade, language }) => language === scene.role.language && trade !== scene.role.trade,
      );
      return other(
        write(scene, role === undefined ? { title: 'Driver' } : { role, url: nextUrl(scene, 5) }),
        false,
      );
    },
  ],
]);

/** Postings whose originals state something that the plain ones do not. */
function statedFamilies(scene: Scene): Family[] {
  const { employer, number, role } = scene;
  const language = words[role.language];
  const workday = (requisition: string, city: string) =>
    `https://${employer.id}.wd3.myworkdayjobs.com/Careers/job/${shortCity(city).replaceAll(' ', '-')}/${role.title.replaceAll(' ', '-')}_${requisition}`;
  const withRequisition = (requisition: string, city = scene.city) =>
    write(scene, { city, extra: `${language.requisition}: ${requisition}`, url: workday(requisition, city) });
  const [first, second] = qualifiers[role.language];
  const [leveled, higher] = [`${role.title} II`, `${role.title} III`];
  const [day, night] = shifts[role.language];
  const name = (kind: string) => `${role.id} ${kind}`;
  const [requisition, next] = [`R-${10_000 + number}`, `R-${10_001 + number}`];
  return [
    {
      name: name('requisitions'),
      original: withRequisition(requisition),
      variations: [
        {
          kind: 'same requisition, another city',
          ...same(withRequisition(requisition, otherCity(scene)), true),
        },
        {
          kind: 'same requisition, posted again by Workday',
          ...same({ ...withRequisition(requisition), url: `${workday(requisition, scene.city)}-1` }),
        },
        { kind: 'another requisition', ...other(withRequisition(next)) },
        { kind: 'another requisition, another city', ...other(withRequisition(next, otherCity(scene))) },
      ],
    },
    {
      name: name('pay'),
      original: write(scene, { extra: language.pay(52, 64) }),
      variations: [
        {
          kind: 'pay that meets',
          ...same(write(scene, { extra: language.pay(55, 70), url: boardUrl(scene, 'jobwelt') }), true),
        },
        {
          kind: 'pay that does not meet',
          ...other(write(scene, { extra: language.pay(95, 120), url: nextUrl(scene, 1) })),
        },
      ],
    },
    {
      name: name('teams'),
      original: write(scene, { title: `${role.title}, ${first}`, extra: `Team: ${first}.` }),
      variations: [
        {
          kind: 'another team in the title',
          ...other(
            write(scene, {
              title: `${role.title}, ${second}`,
              extra: `Team: ${second}.`,
              url: nextUrl(scene, 2),
            }),
          ),
        },
        {
          kind: 'another board',
          ...same(
            write(scene, {
              title: `${role.title} - ${first}`,
              extra: `Team: ${first}.`,
              url: boardUrl(scene, 'jobwelt'),
            }),
          ),
        },
      ],
    },
    {
      name: name('levels'),
      original: write(scene, { title: leveled }),
      variations: [
        { kind: 'another level', ...other(write(scene, { title: higher, url: nextUrl(scene, 3) })) },
        {
          kind: 'another board',
          ...same(write(scene, { title: leveled.toUpperCase(), url: boardUrl(scene, 'jobwelt') })),
        },
      ],
    },
    {
      name: name('shifts'),
      original: write(scene, { title: `${role.title}${day}` }),
      variations: [
        {
          kind: 'another shift',
          ...other(write(scene, { title: `${role.title}${night}`, url: nextUrl(scene, 4) })),
        },
      ],
    },
  ];
}

/** Entries of lists without texts. */
function bareFamilies(scene: Scene): Family[] {
  const { employer, number, role, city } = scene;
  const bare = (draft: Partial<Draft>): Draft => ({
    title: role.title,
    company: employer.name,
    location: city,
    description: '',
    url: `https://jobs.lever.co/${employer.id}/${uuidOf(number)}`,
    postedAt: dayOf(number % 60),
    ...draft,
  });
  const elsewhere = { url: boardUrl(scene, 'workfinder') };
  const workday = (requisition: string, suffix = '') => ({
    url: `https://${employer.id}.wd5.myworkdayjobs.com/en-US/External/job/${shortCity(city)}/Role_${requisition}${suffix}`,
  });
  const short = words[role.language].short(employer.name);
  return [
    {
      name: `${role.id} bare`,
      original: bare({}),
      variations: [
        {
          kind: 'list: decorated title',
          ...same(
            bare({ title: scene.random.pick(decoratedTitles(role, shortCity(city))), ...elsewhere }),
            true,
          ),
        },
        {
          kind: 'list: another name of the employer',
          ...same(bare({ company: scene.random.pick(employer.otherNames), ...elsewhere })),
        },
        { kind: 'list: another city', ...other(bare({ location: otherCity(scene), ...elsewhere })) },
        {
          kind: 'list: another level',
          ...other(bare({ title: scene.random.pick(otherLevels(role)), ...elsewhere })),
        },
        {
          kind: 'list: another team in the title',
          ...other(bare({ title: `${role.title}, ${qualifiers[role.language][0]}`, ...elsewhere })),
        },
        {
          kind: 'list: same posting by its address',
          ...same(
            bare({
              title: `${role.title} (${words[role.language].hiring})`,
              url: `https://jobs.lever.co/${employer.id}/${uuidOf(number)}/apply?lever-source=board`,
            }),
            true,
          ),
        },
      ],
    },
    {
      name: `${role.id} bare requisitions`,
      original: bare(workday(`JR${20_000 + number}`)),
      variations: [
        {
          kind: 'list: same requisition, another city',
          ...same(bare({ location: otherCity(scene), ...workday(`JR${20_000 + number}`, '-2') }), true),
        },
        { kind: 'list: another requisition', ...other(bare(workday(`JR${20_001 + number}`))) },
      ],
    },
    {
      name: `${role.id} short`,
      original: bare({ description: short }),
      variations: [
        {
          kind: 'short boilerplate: another board',
          ...same(bare({ description: short, location: shortCity(city), ...elsewhere })),
        },
        {
          kind: 'short boilerplate: another city',
          ...other(bare({ description: short, location: otherCity(scene), ...elsewhere })),
        },
      ],
    },
  ];
}

const uuidOf = (number: number): string =>
  `${(0x3f2a1000 + number * 977).toString(16)}-5b1c-4e2d-9a77-${(0x10a0b0c0d0e0 + number * 65_537).toString(16)}`;

const agencies: Readonly<Record<Role['language'], readonly string[]>> = {
  en: ['Robert Half', 'Aerotek', 'Kforce Inc'],
  de: ['Hays AG', 'Randstad Deutschland', 'DIS AG'],
  fr: ['Adecco', 'Manpower France', 'Page Personnel'],
  es: ['Adecco', 'Eurofirms', 'Randstad España'],
};
const unnamed: Readonly<Record<Role['language'], string>> = {
  en: 'Confidential',
  de: 'Vertraulich',
  fr: 'Entreprise confidentielle',
  es: 'Confidencial',
};

/** Postings of those who are not the employer, or do not say who is. */
function hiddenFamilies(scene: Scene): Family[] {
  const { role, random } = scene;
  const twin = roles.find(({ trade, id }) => trade === role.trade && id !== role.id) ?? role;
  const agency = random.pick(agencies[role.language]);
  const posted = (company: string, wording: Wording): Draft =>
    write(scene, { about: '', closing: '', company, ...wording });
  const families: Family[] = [
    {
      name: `${role.id} agency`,
      original: posted(agency, {}),
      variations: [
        {
          kind: 'agency: posted again',
          ...same(posted(agency, { url: boardUrl(scene, 'jobwelt'), headings: 1 }), true),
        },
        ...(twin === role
          ? []
          : [
              {
                kind: 'agency: another client',
                ...other(posted(agency, { role: twin, title: role.title, url: nextUrl(scene, 1) })),
              },
            ]),
        {
          kind: 'agency: list without texts',
          ...other({ ...posted(agency, { url: nextUrl(scene, 2) }), description: '' }),
        },
      ],
    },
  ];
  if (twin !== role) {
    families.push({
      name: `${role.id} unnamed`,
      original: posted(unnamed[role.language], {}),
      variations: [
        {
          kind: 'unnamed employer: another city',
          ...other(
            posted(unnamed[role.language], {
              role: twin,
              title: role.title,
              city: otherCity(scene),
              url: nextUrl(scene, 1),
            }),
          ),
        },
      ],
    });
  }
  return families;
}

function sceneOf(role: Role, number: number): Scene {
  const model = employers.find(
    ({ language, trades }) => language === role.language && trades.includes(role.trade),
  );
  if (model === undefined) throw new Error(`nobody posts ${role.id}`);
  const random = createRandom(`${role.id} ${number}`);
  return {
    role,
    employer: renamed(model, number),
    random,
    city: random.pick(model.cities),
    number: number * 41 + 7,
  };
}

/** What else the employer looks for. */
function backgroundOf(scene: Scene): Draft[] {
  return roles
    .filter(({ language, trade }) => language === scene.role.language && trade !== scene.role.trade)
    .filter((_, index) => index % 2 === 0)
    .slice(0, 3)
    .map((role, index) => write(scene, { role, url: nextUrl(scene, 10 + index) }));
}

/** All families that the generator makes, always the same. */
export function generateFamilies(): Family[] {
  const families: Family[] = [];
  let number = 0;
  /** Each family has an employer of its own, so that no other can come between its postings. */
  const add = (role: Role, make: (scene: Scene) => Family | undefined): void => {
    const scene = sceneOf(role, number);
    number += 1;
    const family = make(scene);
    if (family !== undefined) families.push({ ...family, background: backgroundOf(scene) });
  };
  for (const [index, role] of roles.entries()) {
    const vary = (
      scene: Scene,
      rules: ReadonlyMap<string, Rule>,
      first: number,
      count: number,
    ): Variation[] =>
      Array.from({ length: count }, (_, offset) => {
        const [kind, rule] = [...rules][(first + offset) % rules.size] ?? [];
        if (kind === undefined || rule === undefined) throw new Error('no rule');
        return { kind, ...rule(scene) };
      });
    add(role, (scene) => ({
      name: `${role.id} copies`,
      original: write(scene),
      variations: [...vary(scene, copies, index * 5, 5), ...vary(scene, lookalikes, index * 3, 3)],
    }));
    for (const offset of [0, 1]) add(role, (scene) => statedFamilies(scene)[(index * 2 + offset) % 5]);
    add(role, (scene) => bareFamilies(scene)[index % 2]);
    if (index % 3 === 0) add(role, (scene) => bareFamilies(scene)[2]);
    if (index % 3 === 1) add(role, (scene) => hiddenFamilies(scene)[0]);
    if (index % 4 === 2) add(role, (scene) => hiddenFamilies(scene)[1]);
  }
  return families;
}
