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

/** What the recruiter of engineers has posted already. */
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

/** What the recruiter of engineers posts while the engineer looks around, one after the other. Each fits. */
export const comingEngineeringJobs: readonly JobInput[] = [
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

const clinicJob = (input: Partial<JobInput> & Pick<JobInput, 'title' | 'description' | 'skills'>): JobInput =>
  job({ places: ['Lyon, France'], workplace: 'on_site', department: 'Nursing', ...input });

/** What the clinic has posted in the days before. */
export const postedClinicJobs: readonly JobInput[] = [
  clinicJob({
    title: 'Registered Nurse, Children’s Ward',
    description: `The children’s ward of the Clinique des Tilleuls has sixteen beds, a garden and a piano that is in tune.

- You look after four children a shift, and their parents
- You hand over in ten minutes, in French or English
- You train one student nurse at a time

**We offer** a rota that is out four weeks ahead, every third weekend, and a crèche next door.`,
    skills: ['Nursing', 'Paediatrics', 'French', 'English'],
    pay: yearly(36_000, 40_500),
  }),
  clinicJob({
    title: 'Theatre Nurse',
    description: `Two theatres, eleven surgeons, and a list that ends when it says. You prepare, assist and count, and you
are the one who says *stop* when a number does not add up.

On call one night in eight, which is paid and slept off.`,
    skills: ['Nursing', 'Patient care', 'French'],
    pay: yearly(37_000, 41_000),
  }),
  clinicJob({
    title: 'Ward Receptionist',
    description: `You are the first voice that people hear: on the phone, at the desk, in two languages. Twenty-four hours a
week, mornings, in a team of three.`,
    skills: ['French', 'English', 'Customer service'],
    employment_type: 'part_time',
    pay: { minimum: 13, maximum: 15, currency: 'EUR', period: 'hour' },
    department: 'Reception',
  }),
];

/** What the clinic posts while the nurse looks around, one after the other. Each fits. */
export const comingClinicJobs: readonly JobInput[] = [
  clinicJob({
    title: 'Paediatric Nurse, Day Clinic',
    description: `Children come in the morning and are home for supper: small operations, infusions, check-ups. You are with
them from the first joke to the last plaster.

- You look after five children a day, with a colleague for every two of you
- You explain to parents what to watch for at home, in French or English
- You plan the next day’s list with the doctors, at two and not at six

**We offer** day shifts alone, no weekends, thirty days of holiday, and two days a year for courses of your choice.`,
    skills: ['Nursing', 'Paediatrics', 'Patient care', 'French', 'English'],
    pay: yearly(36_000, 40_500),
  }),
  clinicJob({
    title: 'Night Nurse, Children’s Ward',
    description: `Four nights, then six days off. A ward of sixteen beds, two nurses and one doctor a night, and a kitchen that
leaves something warm.

You watch, soothe and notice. Night pay comes on top of what stands here.`,
    skills: ['Nursing', 'Paediatrics', 'French'],
    pay: yearly(37_500, 41_000),
  }),
  clinicJob({
    title: 'Nurse, Admissions',
    description: `You see everybody first: who can wait, who cannot, and who is only afraid. Twenty-eight hours a week in two
shifts that you choose a month ahead.`,
    skills: ['Nursing', 'Patient care', 'French', 'English'],
    employment_type: 'part_time',
    pay: yearly(35_000, 39_000),
  }),
];
