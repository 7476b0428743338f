import type { JobInput, ProfileUpdate, Role } from '@rolecall/contract';

/** Everything that the demo shows. People, companies and jobs are made up. */

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly companyName?: string;
}

const password = 'rolecall-demo';

export const seeker: DemoPerson = {
  name: 'Mara Lindqvist',
  email: 'mara@demo.example',
  password,
  role: 'job_seeker',
};
export const recruiter: DemoPerson = {
  name: 'Ravi Menon',
  email: 'ravi@demo.example',
  password,
  role: 'recruiter',
  companyName: 'Lanternworks',
};
const operator: DemoPerson = {
  name: 'Odile Brandt',
  email: 'odile@demo.example',
  password,
  role: 'operator',
};
export const demoPeople: readonly DemoPerson[] = [seeker, recruiter, operator];

export const seekerProfile: ProfileUpdate = {
  headline: 'Full-stack engineer who likes tidy interfaces and quick feedback',
  summary: 'Eight years of web applications, the last four with TypeScript, React and PostgreSQL.',
  skills: ['TypeScript', 'React', 'Node.js', 'PostgreSQL', 'GraphQL', 'CSS', 'Docker'],
  wanted_titles: ['Full-stack Engineer', 'Frontend Engineer', 'Software Engineer'],
  places: ['Berlin', 'Hamburg'],
  remote: 'any',
  pay_floor: { amount: 65_000, currency: 'EUR', period: 'year' },
  employment_types: ['full_time'],
  seniority: 'senior',
  excluded_words: ['unpaid'],
  time_zone: 'Europe/Berlin',
};

const job = (
  input: Partial<JobInput> & Pick<JobInput, 'title' | 'description' | 'places' | 'skills'>,
): JobInput => ({
  workplace: 'hybrid',
  employment_type: 'full_time',
  seniority: null,
  department: null,
  pay: null,
  deadline_at: null,
  ...input,
});

const yearly = (minimum: number, maximum: number) =>
  ({ minimum, maximum, currency: 'EUR', period: 'year' }) as const;

/** What the recruiter has posted already. */
export const postedJobs: readonly JobInput[] = [
  job({
    title: 'Frontend Engineer, Design Systems',
    description: `## What you will do
Lanternworks makes lighting that follows the sun, and the app that people set it with. You look after the design
system behind that app: tokens, components, documentation, and the habit of using them.

- Build accessible React components that three teams rely on
- Pair with designers, and say no kindly when a variant too many comes along
- Keep the bundle small and the tests quick

## What helps
TypeScript, React, modern CSS, and some patience with date pickers.`,
    places: ['Berlin, Germany'],
    skills: ['TypeScript', 'React', 'CSS', 'Accessibility'],
    seniority: 'senior',
    pay: yearly(72_000, 88_000),
    department: 'Product',
  }),
  job({
    title: 'Embedded Software Engineer',
    description: `You write the firmware of our light controllers: C on small microcontrollers, a radio stack, updates over
the air that must never brick a lamp on somebody's ceiling.

- Own the bootloader and the update path
- Measure power in microamperes and argue about each of them`,
    places: ['Hamburg, Germany'],
    skills: ['C', 'RTOS', 'Bluetooth'],
    workplace: 'on_site',
    pay: yearly(68_000, 84_000),
    department: 'Devices',
  }),
  job({
    title: 'Working Student, Customer Support',
    description: `Twelve hours a week, mostly in the afternoon: you answer people whose lamps do not do what they should, and
tell the product team what you hear.`,
    places: ['Berlin, Germany'],
    skills: ['German', 'English'],
    employment_type: 'part_time',
    pay: { minimum: 16, maximum: 18, currency: 'EUR', period: 'hour' },
    department: 'Support',
  }),
];

/** What the recruiter posts while somebody tries the demo out, one after the other. Each fits the demo's seeker. */
export const comingJobs: readonly JobInput[] = [
  job({
    title: 'Senior Full-stack Engineer',
    description: `Our scheduling service decides when eighty thousand lamps go on. You take it over end to end: a Node.js
service on PostgreSQL, a React front end, and the alerts that wake you up if it stumbles (they have not this year).

- Design and ship features from the table to the button
- Make a system that is already reliable pleasant to change
- Mentor two engineers who join in spring

**We use** TypeScript everywhere, React, Node.js, PostgreSQL, Docker.`,
    places: ['Berlin, Germany'],
    skills: ['TypeScript', 'React', 'Node.js', 'PostgreSQL', 'Docker'],
    seniority: 'senior',
    pay: yearly(78_000, 95_000),
    department: 'Platform',
  }),
  job({
    title: 'Software Engineer, Energy Insights',
    description: `People want to know what their light costs. You turn meter readings into answers: a GraphQL API, charts that
load at once on an old phone, and numbers that add up.

TypeScript, React, GraphQL, PostgreSQL.`,
    places: ['Remote, Germany'],
    workplace: 'remote',
    skills: ['TypeScript', 'React', 'GraphQL', 'PostgreSQL'],
    seniority: 'senior',
    pay: yearly(74_000, 90_000),
    department: 'Insights',
  }),
  job({
    title: 'Frontend Engineer, Installer App',
    description: `Electricians set our systems up on a ladder, with one hand free and gloves on. You build the app that they do it
with: offline first, large targets, no surprises.

React, TypeScript, CSS, and a liking for field trips.`,
    places: ['Hamburg, Germany'],
    skills: ['TypeScript', 'React', 'CSS'],
    seniority: 'senior',
    pay: yearly(70_000, 86_000),
    department: 'Product',
  }),
  job({
    title: 'Full-stack Engineer, Partner Platform',
    description: `Forty partners sell our lamps through their own shops. You own the platform that they order on: webhooks,
invoices, a dashboard, and documentation that spares everybody a call.

TypeScript, Node.js, PostgreSQL, React, Docker.`,
    places: ['Berlin, Germany'],
    skills: ['TypeScript', 'Node.js', 'PostgreSQL', 'React', 'Docker'],
    seniority: 'senior',
    pay: yearly(73_000, 89_000),
    department: 'Platform',
  }),
];

interface FeedJob {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly city: string;
  readonly country: string;
  readonly remote?: true;
  readonly type: 'FULL_TIME' | 'PART_TIME' | 'CONTRACTOR' | 'INTERN';
  readonly pay?: readonly [minimum: number, maximum: number, currency: string];
  readonly skills: readonly string[];
  /** Days before the start of the demo. */
  readonly age: number;
  readonly text: string;
}

const feedJobs: readonly FeedJob[] = [
  {
    id: 'kite-1',
    title: 'Senior Software Engineer, Payments',
    company: 'Kitestring',
    city: 'Berlin',
    country: 'Germany',
    type: 'FULL_TIME',
    pay: [82_000, 105_000, 'EUR'],
    skills: ['TypeScript', 'Node.js', 'PostgreSQL', 'Kafka'],
    age: 1,
    text: 'Kitestring moves money for small theatres. You work on the ledger: every cent is somewhere, and you can prove it. TypeScript and Node.js on PostgreSQL, events on Kafka.',
  },
  {
    id: 'kite-2',
    title: 'Product Designer',
    company: 'Kitestring',
    city: 'Berlin',
    country: 'Germany',
    type: 'FULL_TIME',
    pay: [65_000, 80_000, 'EUR'],
    skills: ['Figma', 'User research'],
    age: 3,
    text: 'You design how a box office closes its day: fewer screens, fewer questions, nobody stays late. Figma, interviews with users, and a seat beside the engineers.',
  },
  {
    id: 'moss-1',
    title: 'React Engineer',
    company: 'Mossgarden',
    city: 'Hamburg',
    country: 'Germany',
    remote: true,
    type: 'FULL_TIME',
    pay: [66_000, 82_000, 'EUR'],
    skills: ['React', 'TypeScript', 'GraphQL'],
    age: 2,
    text: 'Mossgarden plans green roofs. You build the editor in which architects drop plants on a model of a building and see what it will weigh in the rain. React, TypeScript, GraphQL, some WebGL.',
  },
  {
    id: 'moss-2',
    title: 'Landscape Data Analyst',
    company: 'Mossgarden',
    city: 'Hamburg',
    country: 'Germany',
    type: 'FULL_TIME',
    skills: ['Python', 'SQL', 'QGIS'],
    age: 6,
    text: 'You find out which roofs work and why: sensor data of six hundred roofs, Python, SQL, maps, and a monthly letter to people who are not analysts.',
  },
  {
    id: 'orbit-1',
    title: 'Site Reliability Engineer',
    company: 'Low Orbit Post',
    city: 'Lisbon',
    country: 'Portugal',
    remote: true,
    type: 'FULL_TIME',
    pay: [70_000, 92_000, 'EUR'],
    skills: ['Kubernetes', 'Go', 'PostgreSQL', 'Terraform'],
    age: 4,
    text: 'Low Orbit Post relays messages of ships through small satellites. You keep the ground segment up: Kubernetes, Go, PostgreSQL, Terraform, and honest postmortems.',
  },
  {
    id: 'orbit-2',
    title: 'Backend Engineer, Message Relay',
    company: 'Low Orbit Post',
    city: 'Lisbon',
    country: 'Portugal',
    type: 'FULL_TIME',
    pay: [62_000, 84_000, 'EUR'],
    skills: ['Rust', 'Go', 'PostgreSQL'],
    age: 9,
    text: 'A message from a ship may arrive twice, late or never; the person who waits for it should notice none of that. Rust and Go, queues, and a lot of thinking about time.',
  },
  {
    id: 'tern-1',
    title: 'Registered Nurse, Night Shift',
    company: 'Ternhaven Clinic',
    city: 'Rostock',
    country: 'Germany',
    type: 'PART_TIME',
    pay: [42_000, 50_000, 'EUR'],
    skills: ['Nursing', 'German'],
    age: 1,
    text: 'Four nights, then six days off. A ward of eighteen beds, three colleagues a night, and a kitchen that cooks for the staff as well.',
  },
  {
    id: 'tern-2',
    title: 'Medical Records Coordinator',
    company: 'Ternhaven Clinic',
    city: 'Rostock',
    country: 'Germany',
    type: 'FULL_TIME',
    skills: ['German', 'Excel'],
    age: 12,
    text: 'You make sure that the right file is with the right patient, and lead the move from paper to screen without losing a page.',
  },
  {
    id: 'quill-1',
    title: 'Technical Writer',
    company: 'Quillmark',
    city: 'Dublin',
    country: 'Ireland',
    remote: true,
    type: 'CONTRACTOR',
    pay: [55_000, 70_000, 'EUR'],
    skills: ['Technical writing', 'Markdown', 'Git'],
    age: 5,
    text: 'Six months to turn two hundred pages of internal notes into a handbook that a new engineer reads in an afternoon and comes back to for years.',
  },
  {
    id: 'quill-2',
    title: 'Machine Learning Engineer',
    company: 'Quillmark',
    city: 'Dublin',
    country: 'Ireland',
    type: 'FULL_TIME',
    pay: [85_000, 115_000, 'EUR'],
    skills: ['Python', 'PyTorch', 'SQL'],
    age: 7,
    text: 'You teach a model to find the sentence in a contract that nobody has read. Python, PyTorch, evaluation that would survive a sceptic.',
  },
  {
    id: 'harbor-1',
    title: 'Logistics Planner',
    company: 'Harborline',
    city: 'Rotterdam',
    country: 'Netherlands',
    type: 'FULL_TIME',
    skills: ['Excel', 'SQL', 'English'],
    age: 2,
    text: 'Two hundred containers a day and one crane that is always in the wrong place. You plan the berth, talk to captains, and keep the plan honest.',
  },
  {
    id: 'harbor-2',
    title: 'Software Engineering Intern',
    company: 'Harborline',
    city: 'Rotterdam',
    country: 'Netherlands',
    type: 'INTERN',
    pay: [18_000, 21_000, 'EUR'],
    skills: ['TypeScript', 'React'],
    age: 3,
    text: 'Six months in the team that shows planners where every container is. You get a mentor, a real feature and your name in the release notes.',
  },
];

/** A feed of schema.org JobPosting, as a careers site would give it. */
export function demoFeed(now: Date): readonly object[] {
  return feedJobs.map((posting) => ({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: posting.company, value: posting.id },
    title: posting.title,
    description: `<p>${posting.text}</p>`,
    datePosted: new Date(now.getTime() - posting.age * 86_400_000).toISOString(),
    employmentType: posting.type,
    hiringOrganization: { '@type': 'Organization', name: posting.company },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: posting.city, addressCountry: posting.country },
    },
    ...(posting.remote ? { jobLocationType: 'TELECOMMUTE' } : {}),
    ...(posting.pay === undefined ? {} : { baseSalary: salary(posting.pay) }),
    skills: posting.skills.join(', '),
    url: `https://careers.demo.example/jobs/${posting.id}`,
  }));
}

function salary([minimum, maximum, currency]: readonly [number, number, string]): object {
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: { '@type': 'QuantitativeValue', minValue: minimum, maxValue: maximum, unitText: 'YEAR' },
  };
}
