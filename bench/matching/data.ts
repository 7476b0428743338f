import type { MatchableJob } from '../../server/src/features/catalog/jobs/index.ts';
import type { Seeker } from '../../server/src/features/catalog/matching/parsed.ts';

const fields =
  'Backend Frontend Fullstack Data Platform Security Mobile Cloud Payments Search Growth Marketing Sales Product Finance Legal Supply Logistics Customer Clinical Mechanical Electrical Process Quality Research Content Brand Talent Operations Hardware'.split(
    ' ',
  );
const roles =
  'Engineer Developer Manager Analyst Scientist Designer Consultant Specialist Architect Coordinator Director Technician'.split(
    ' ',
  );
const levels = ['', '', '', 'Senior ', 'Junior ', 'Staff ', 'Lead ', 'Sr. '];
const skills =
  'Go,Rust,Python,Java,Kotlin,Swift,TypeScript,JavaScript,React,Vue,Angular,Node.js,PostgreSQL,MySQL,Redis,Kafka,Spark,Airflow,dbt,Snowflake,Kubernetes,Docker,Terraform,AWS,GCP,Azure,Linux,C++,C#,.NET,Ruby on Rails,Django,Spring Boot,GraphQL,REST APIs,gRPC,Machine Learning,PyTorch,TensorFlow,NLP,Tableau,Looker,Excel,SQL,Figma,Sketch,SEO,SEM,Salesforce,HubSpot,Copywriting,Negotiation,Budgeting,Forecasting,SAP,Lean,Six Sigma,AutoCAD,SolidWorks,PLC,Project Management,Scrum,Jira,Communication,German,French,Spanish,GDPR,Contract Law,Recruiting,Payroll,Warehouse,Procurement,Nursing,Pharmacology,Biostatistics,R,SAS,MATLAB,Embedded C,FPGA,Penetration Testing,SIEM,OAuth,Accessibility,User Research,Copy Editing,Video Editing,Photoshop,Illustrator'.split(
    ',',
  );
const places = [
  'Berlin, Germany',
  'Munich, Germany',
  'Hamburg, Germany',
  'Paris, France',
  'Lyon, France',
  'Madrid, Spain',
  'London, United Kingdom',
  'Amsterdam, Netherlands',
  'San Francisco, CA',
  'New York, NY',
  'Austin, TX',
  'Toronto, Canada',
  'Bengaluru, India',
  'Singapore',
];
const companies = Array.from({ length: 80 }, (_, number) => `Company ${number} GmbH`);
const prose =
  'we are a team that builds things for people who need them and you will work with others on what matters to our customers every day as part of growing group with responsibility for results quality and speed in an open culture where ideas count more than titles'.split(
    ' ',
  );

/** Makes jobs and people, always the same ones for a seed. */
export function createGenerator(seed: number) {
  let state = seed;
  let serial = 0;

  /** Mulberry32: small, quick, and good enough to choose words. */
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(values: readonly [T, ...T[]] | readonly T[], fallback: T): T =>
    values[whole(values.length)] ?? fallback;
  const several = (values: readonly string[], least: number, most: number) =>
    Array.from({ length: least + whole(most - least + 1) }, () => pick(values, ''));
  const title = () => `${pick(levels, '')}${pick(fields, '')} ${pick(roles, '')}`;
  const nextId = () => `00000000-0000-7000-8000-${String(serial++).padStart(12, '0')}`;

  function description(): string {
    const words = Array.from({ length: 400 }, () => pick(prose, ''));
    for (const skill of several(skills, 4, 12)) words.splice(whole(words.length), 0, skill);
    return words.join(' ');
  }

  return {
    job(): MatchableJob {
      const id = nextId();
      const isPaid = random() < 0.4;
      return {
        id,
        cluster_id: id,
        company_id: id,
        company_name: pick(companies, ''),
        company_trust: 'source',
        company_domain: null,
        title: title(),
        description_text: description(),
        places: several(places, 0, 2),
        workplace: pick([null, 'on_site', 'hybrid', 'remote'] as const, null),
        employment_type: pick([null, 'full_time', 'full_time', 'contract', 'part_time'] as const, null),
        seniority: pick([null, 'junior', 'mid', 'senior', 'lead'] as const, null),
        skills: several(skills, 0, 5),
        pay_minimum: isPaid ? 40_000 + whole(40_000) : null,
        pay_maximum: isPaid ? 80_000 + whole(60_000) : null,
        pay_currency: isPaid ? pick(['EUR', 'USD'], 'EUR') : null,
        pay_period: isPaid ? 'year' : null,
        deadline_at: null,
        published_at: new Date(0),
      };
    },

    seeker(): Seeker {
      return {
        user_id: nextId(),
        wanted_titles: Array.from({ length: 1 + whole(3) }, title),
        skills: several(skills, 3, 12),
        places: several(places, 0, 2),
        remote: pick(['any', 'any', 'any', 'remote_only', 'on_site_only'] as const, 'any'),
        pay_floor:
          random() < 0.3 ? { amount: 50_000 + whole(60_000), currency: 'EUR', period: 'year' } : null,
        employment_types: random() < 0.5 ? ['full_time'] : [],
        seniority: pick([null, 'junior', 'mid', 'senior'] as const, null),
        excluded_companies: several(companies, 0, 3),
        excluded_words: random() < 0.2 ? ['Salesforce'] : [],
        minimum_match_score: 50,
      };
    },
  };
}
