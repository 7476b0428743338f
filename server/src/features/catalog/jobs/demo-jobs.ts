import type { JobInput } from '@rolecall/contract';

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
