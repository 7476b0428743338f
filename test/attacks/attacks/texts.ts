import { type Attack, call, fill } from './attack.ts';

/** Markdown that takes a parser that is not linear its time, or its stack. */
const bait: readonly string[] = [
  '*a_',
  '> ',
  '- ',
  '1. ',
  '[',
  '](',
  '![',
  '[a](',
  '[a]: b\n',
  '[a]: <b\n',
  '`',
  '``` ',
  '**a ',
  '_a*b ',
  '<div>',
  '<a b="',
  '<!--',
  '<![CDATA[',
  '&amp;',
  '&#x',
  '|a',
  '|-|\n',
  '\\',
  '\n\n  ',
  '\t- ',
  'http://a.',
  'a@',
  '~~a',
  '# ',
  '***\n',
];

const posting = (description: string) => ({
  title: 'Engineer',
  description,
  places: ['Berlin'],
  skills: ['TypeScript'],
});

const descriptions: readonly Attack[] = bait.map((text) => ({
  name: `a job description of 12 and of 48 KB of ${JSON.stringify(text)}`,
  run: async (attacked) => [
    await call(attacked, 'recruiter', 'POST', '/jobs', posting(fill(text, 12_000))),
    await call(attacked, 'recruiter', 'POST', '/jobs', posting(fill(text, 48_000))),
  ],
}));

const line = ['İ', 'ﷺ', 'e\u0301', 'a-', 'C++ ', '.net ', '(m/w/d) ', '👩‍👩‍👧 ', 'A/B ', 'of '] as const;

const fields: readonly Attack[] = [
  {
    name: 'titles of 160 characters that a normaliser makes longer',
    run: (attacked) =>
      Promise.all(
        line.map((text) =>
          call(attacked, 'recruiter', 'POST', '/jobs', { ...posting('Text.'), title: fill(text, 160) }),
        ),
      ),
  },
  {
    name: 'a posting with as many skills and places as there may be, all alike but for a letter',
    run: async (attacked) => {
      const many = (count: number, length: number) =>
        Array.from({ length: count }, (_, n) => `${fill('react ', length - 4)}${n}`);
      const body = {
        ...posting(fill('react native, node.js; ', 50_000)),
        skills: many(40, 60),
        places: many(20, 80),
      };
      return [await call(attacked, 'recruiter', 'POST', '/jobs', body)];
    },
  },
  {
    name: 'a profile that is as full as it may be',
    run: async (attacked) => {
      const many = (count: number, length: number) =>
        Array.from({ length: count }, (_, n) => `${n} ${fill('a*b+c?(d|e) ', length - 4)}`);
      const profile = {
        summary: fill('senior engineer of ', 4_000),
        skills: many(60, 60),
        wanted_titles: many(20, 80),
        places: many(20, 80),
        excluded_companies: many(100, 80),
        excluded_words: many(50, 60),
      };
      const answers = [await call(attacked, 'job_seeker', 'PATCH', '/me/profile', profile)];
      const { skills, ...rest } = {
        skills: ['TypeScript'],
        wanted_titles: [],
        places: [],
        excluded_companies: [],
        excluded_words: [],
      };
      answers.push(await call(attacked, 'job_seeker', 'PATCH', '/me/profile', { skills, ...rest }));
      return answers;
    },
  },
  {
    name: 'notes, names and reasons of the greatest length, of one character each',
    run: (attacked) =>
      Promise.all([
        call(attacked, 'recruiter', 'PATCH', '/me', { name: fill('\u0301', 100) }),
        call(attacked, 'job_seeker', 'PATCH', '/me', { name: fill('ﷺ', 100) }),
        call(attacked, 'job_seeker', 'PATCH', '/me', { name: '\u202ename' }),
      ]),
  },
];

const texts = ['*a_', '"', 'a OR ', '-a ', '(', ':*', "'", '\\', 'C++ ', 'e\u0301', 'ﷺ', '%'] as const;

const searches: readonly Attack[] = [
  ...texts.map((text) => ({
    name: `a search for 200 and for 4,000 characters of ${JSON.stringify(text)}`,
    run: (attacked: Parameters<Attack['run']>[0]) =>
      Promise.all(
        [200, 4_000].flatMap((length) =>
          ['/jobs', '/jobs/facets'].map((url) =>
            call(
              attacked,
              'job_seeker',
              'GET',
              `${url}?q=${encodeURIComponent(fill(text, length)).slice(0, 12_000)}`,
            ),
          ),
        ),
      ),
  })),
  {
    name: 'a cursor of 12 KB, of nested JSON and of noise',
    run: (attacked) =>
      Promise.all(
        [`${fill('[', 4_000)}${fill(']', 4_000)}`, fill('{"a":', 8_000), fill('\u0000', 8_000)].map((text) =>
          call(attacked, 'job_seeker', 'GET', `/jobs?cursor=${Buffer.from(text).toString('base64url')}`),
        ),
      ),
  },
  {
    name: '2,000 parameters, and one 2,000 times',
    run: (attacked) =>
      Promise.all([
        call(
          attacked,
          'job_seeker',
          'GET',
          `/jobs?${Array.from({ length: 1_500 }, (_, n) => `a${n}=1`).join('&')}`,
        ),
        call(attacked, 'job_seeker', 'GET', `/jobs?${fill('place=a&', 12_000)}`),
        call(attacked, 'job_seeker', 'GET', `/jobs?${fill('__proto__[a]=1&', 12_000)}`),
      ]),
  },
];

const csvs: readonly Attack[] = (
  [
    ['commas', `address\n${fill(',', 890_000)}`],
    ['quotes', `address\n${fill('"', 890_000)}`],
    ['a quote that never ends', `address\n"${fill('a@b.example\n', 890_000)}`],
    ['lines', `address\n${fill('\n', 890_000)}`],
    ['75,000 addresses', `address\n${fill('a@b.example\n', 890_000)}`],
    ['one address', `address\n${fill('a@', 890_000)}`],
    ['semicolons and tabs', `address;reason\n${fill(';\t', 890_000)}`],
    ['spaces', fill(' ', 890_000)],
  ] as const
).map(([name, csv]) => ({
  name: `a list of 890 KB of ${name}`,
  run: async (attacked) => [
    await call(attacked, 'operator', 'POST', '/operator/suppressions/import', { csv, dry_run: true }),
  ],
}));

const mail = (html: string) => ({ subject: 'A', preheader: 'B', html, text: 'C' });

const templates: readonly Attack[] = (
  [
    [
      'loops in loops',
      '{% for a in (1..1000000) %}{% for b in (1..1000000) %}{{ a }}{% endfor %}{% endfor %}',
    ],
    [
      'a value that doubles',
      `{% assign a = "aaaaaaaaaaaaaaaa" %}${fill('{% assign a = a | append: a %}', 55_000)}{{ a }}`,
    ],
    ['nested conditions', `${fill('{% if true %}', 26_000)}a${fill('{% endif %}', 22_000)}`],
    ['open tags', fill('{% ', 59_000)],
    ['open outputs', fill('{{ a | ', 59_000)],
    ['filters', `{{ "a" ${fill('| upcase ', 58_000)} }}`],
    ['nested columns', fill('<mj-column>', 59_000)],
    ['nested sections', `${fill('<mj-section><mj-column>', 29_000)}`],
    ['5,000 texts', fill('<mj-text>a</mj-text>', 59_000)],
    ['attributes', `<mj-text ${fill('a="b" ', 58_000)}>a</mj-text>`],
    ['comments', fill('<!-- ', 59_000)],
    ['entities', fill('&amp;&#x41;', 59_000)],
    ['links', fill('<a href="javascript:a">', 59_000)],
    ['styles', `<mj-style>${fill('a{b:c;', 58_000)}</mj-style>`],
  ] as const
).map(([name, html]) => ({
  name: `a template of 60 KB of ${name}`,
  run: async (attacked) => {
    const url = '/notifications/templates/job_alert/email/en';
    return [
      await call(attacked, 'operator', 'POST', `${url}/check`, { content: mail(html) }),
      await call(attacked, 'operator', 'POST', `${url}/preview`, { content: mail(html) }),
    ];
  },
}));

const json = (name: string, body: string): Attack => ({
  name: `a body of ${name}`,
  run: (attacked) =>
    Promise.all([
      call(attacked, 'operator', 'POST', '/events', body),
      call(attacked, 'operator', 'POST', '/events/bulk', body),
      call(attacked, 'job_seeker', 'PATCH', '/me/profile', body),
      call(attacked, 'anonymous', 'POST', '/auth/sign-in', body),
    ]),
});

const bodies: readonly Attack[] = [
  json('500,000 brackets', `${fill('[', 500_000)}${fill(']', 500_000)}`),
  json('150,000 nested objects', `${fill('{"a":', 750_000)}1${fill('}', 150_000)}`),
  json('90,000 names', `{${Array.from({ length: 90_000 }, (_, n) => `"${n}":1`).join(',')}}`),
  json('100,000 times the same name', `{${fill('"a":1,', 900_000)}"a":1}`),
  json('500,000 zeros', `[${fill('0,', 1_000_000)}0]`),
  json('a number of 900,000 digits', `{"a":${fill('9', 900_000)}}`),
  json('a text of 900,000 escapes', `{"email":"${fill('\\u0041', 900_000)}","password":"x"}`),
  json('300,000 own __proto__', `[${fill('{"__proto__":1},', 900_000)}1]`),
  json('20,000 events in one call', `{"items":[${fill('{"type":"message"},', 950_000)}1]}`),
  {
    name: 'data of an event that is nested as deep as 4 KB allow',
    run: async (attacked) => {
      const data = JSON.parse(`{"a":${fill('[', 1_900)}${fill(']', 1_900)}}`);
      const event = { type: 'message', to: { role: 'operator' }, name: 'deep', data };
      return [await call(attacked, 'operator', 'POST', '/events', event)];
    },
  },
];

export const textAttacks = { descriptions, fields, searches, csvs, templates, bodies };
