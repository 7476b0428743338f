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
