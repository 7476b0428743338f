import type { DemoPart, TravellingClock } from '../edges/demo/index.ts';
import { releaseMoment } from '../features/activity/applications/index.ts';
import { postedClinicJobs } from '../features/catalog/jobs/index.ts';
import { readDemoBoard } from '../features/catalog/sources/index.ts';
import {
  type DemoPerson,
  demoClinicRecruiter,
  demoNurse,
  demoOperator,
  toDemoUser,
} from '../features/identity/accounts/index.ts';
import { findViewer } from '../features/identity/people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import type { Features } from './features.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const days = 8;

/** When the demo's week begins: at a full hour, by which the board of jobs is made up the same each time. */
export const storyBegins = (now: Date): Date =>
  new Date(Math.floor(now.getTime() / hourMs) * hourMs - days * dayMs);

/** Others who apply at the clinic, so that its recruiter has a choice. Nobody signs in as them. */
const applicants = [
  { name: 'Inès Roux', email: 'ines@demo.example', note: 'Six years in theatre, two of them at night.' },
  {
    name: 'Jonas Weber',
    email: 'jonas@demo.example',
    note: 'I move to Lyon in spring and would love to talk.',
  },
] as const;

const nurseResume = {
  fileName: 'Mia Fontaine.txt',
  mediaType: 'text/plain',
  content: Buffer.from(
    'Mia Fontaine. Registered nurse since 2017. Four years in surgery, five on a children’s ward in Grenoble. French, English.',
  ),
};

/** Companies that operators have to look at. */
const doubtful = [
  {
    recruiter: {
      name: 'Paul Marchand',
      email: 'paul@morning-glory.example',
      companyName: 'Morning Glory Cleaning',
    },
    job: {
      title: 'Cleaner, Office Buildings',
      description: 'Two floors each evening, with a colleague. Keys and a good vacuum cleaner are provided.',
      places: ['Lyon, France'],
    },
    refused: null,
  },
  {
    recruiter: { name: 'Max Trust', email: 'max@quick-profit.example', companyName: 'Quick Profit Partners' },
    job: {
      title: 'Payment Assistant from Home',
      description:
        'You receive money on your own account and pass it on, minus your share of ten percent. No experience needed. Pay a fee of €40 for your starter kit first.',
      places: ['Paris, France'],
    },
    refused: 'Asks applicants for money, and for the use of their accounts.',
  },
] as const;

/** Addresses of those whom the story brings along. */
export const storyAddresses: readonly string[] = [
  ...applicants.map(({ email }) => email),
  ...doubtful.map(({ recruiter }) => recruiter.email),
];

/** The day from which on a rejection is told at once, counted from the beginning. It is at most 63 hours after `from`. */
function calmDay(begin: Date, from: number): number {
  const now = new Date(begin.getTime() + from * dayMs);
  const moment = releaseMoment({ now, timeZone: 'Europe/Berlin', quietHours: null, nextInterview: null });
  return (moment.getTime() - begin.getTime()) / dayMs;
}

/**
 * What the people of the demo have done in the days before it begins, by the program itself with its clock set back. Each
 * step commits for itself: a process that is killed here leaves a demo with a shorter week.
 */
export function createDemoStory(features: Features, clock: TravellingClock): DemoPart {
  const { database } = features;

  async function join(person: DemoPerson): Promise<Viewer> {
    await database.transaction(async (tx) => {
      const id = await features.accounts.createUser(tx, toDemoUser(person));
      if (person.profile !== undefined) await features.profiles.update(tx, id, person.profile);
    });
    return seen(person.email);
  }

  async function joinAs(
    role: 'job_seeker' | 'recruiter',
    person: { name: string; email: string; companyName?: string },
  ) {
    const common = { role, timeZone: 'Europe/Paris', locale: 'en' } as const;
    await database.transaction((tx) => features.accounts.createProvenUser(tx, { ...person, ...common }));
    return seen(person.email);
  }

  async function seen(email: string): Promise<Viewer> {
    const viewer = await findViewer(database.query, email);
    if (viewer === undefined) throw new Error(`${email} has no account`);
    return viewer;
  }

  const post = async (recruiter: Viewer, input: Parameters<typeof features.jobs.readInput>[0]) => {
    const job = await features.jobs.readInput(input);
    return database.transaction((tx) => features.jobs.post(tx, recruiter, job));
  };

  /** Everything that the program does by itself. */
  async function settle(): Promise<void> {
    for (let more = true; more; ) ({ more } = await features.matching.matchNewJobs());
    for (let more = true; more; ) ({ more } = await features.digests.closeDue(50));
    await features.applications.releaseDue();
    for (const worker of features.deliveryWorkers) await worker.runDue();
  }

  async function live(): Promise<void> {
    const begin = storyBegins(new Date(clock.now().getTime() + days * dayMs));
    const at = async (day: number, act: () => Promise<unknown>) => {
      clock.travelTo(new Date(Math.round(begin.getTime() + day * dayMs)));
      await act();
      await settle();
    };
    const together = (act: (tx: Tx) => Promise<unknown>) => () => database.transaction(act);
    const readBoard = () => readDemoBoard(clock, features.sources, begin);

    // Nobody is there yet who could be told of the first jobs.
    await settle();
    const nurse = await join(demoNurse);
    const recruiter = await join(demoClinicRecruiter);
    const resumeFile = await features.resumes.readFile(nurseResume);
    const resume = await database.transaction((tx) => features.resumes.upload(tx, nurse, resumeFile));
    await database.transaction(async (tx) => {
      const clinic = await features.companies.companyOf(tx, recruiter.userId);
      if (clinic !== null)
        await features.companies.confirm(tx, clinic.id, { by: 'mail', domain: 'demo.example' });
      const byDay = { categories: [{ category: 'jobs', frequency: 'daily' }] } as const;
      await features.preferences.update(tx, nurse, { categories: [...byDay.categories] });
    });
    const jobIds: string[] = [];
    for (const job of postedClinicJobs) jobIds.push(await post(recruiter, job));
    const [ward = '', theatre = ''] = jobIds;

    const applications = new Map<string, string>();
    const apply = async (tx: Tx, viewer: Viewer, jobId: string, note: string) =>
      applications.set(
        `${viewer.userId} ${jobId}`,
        await features.applications.apply(tx, viewer, jobId, {
          note,
          ...(viewer === nurse ? { resume_id: resume.id } : {}),
        }),
      );
    const move = async (
      tx: Tx,
      viewer: Viewer,
      jobId: string,
      change: Parameters<typeof features.applications.changeStatus>[3],
    ) => {
      const id = applications.get(`${viewer.userId} ${jobId}`) ?? '';
      await features.applications.changeStatus(tx, recruiter, id, change);
    };

    await at(
      1,
      together(async (tx) => {
        await apply(
          tx,
          nurse,
          ward,
          'Five years on a children’s ward in Grenoble; I move to Lyon in January.',
        );
        await apply(tx, nurse, theatre, 'I would like to learn the theatre, and bring a calm hand.');
      }),
    );
    for (const { note, ...person } of applicants) {
      const applicant = await joinAs('job_seeker', person);
      await database.transaction((tx) => apply(tx, applicant, theatre, note));
    }
    await at(
      3,
      together((tx) => move(tx, nurse, ward, { status: 'viewed', note: '' })),
    );
    const reject = together((tx) =>
      move(tx, nurse, theatre, {
        status: 'rejected',
        note: 'Somebody with theatre years was faster. We would like to see you on the ward instead.',
      }),
    );
    const inTheMiddle = [
      { day: 4.5, act: readBoard },
      { day: calmDay(begin, 3.1), act: reject },
    ];
    for (const { day, act } of inTheMiddle.toSorted((a, b) => a.day - b.day)) await at(day, act);
    const operator = await join(demoOperator);
    for (const { recruiter: person, job, refused } of doubtful) {
      const who = await joinAs('recruiter', person);
      const { readInput } = features.jobs;
      const read = await readInput({
        ...job,
        places: [...job.places],
        skills: [],
        workplace: null,
        employment_type: null,
        seniority: null,
        department: null,
        pay: null,
        deadline_at: null,
      });
      await database.transaction((tx) => features.jobs.post(tx, who, read));
      const company = await features.companies.companyOf(database.query, who.userId);
      if (refused === null || company === null) continue;
      await features.operatorCompanies.refuse({
        ...{ companyId: company.id, reason: refused },
        actor: { type: 'person', userId: operator.userId, address: null },
      });
    }
    await at(
      6,
      together(async (tx) => {
        const opens = begin.getTime() + (days + 2) * dayMs;
        const starts = new Date(Math.floor(opens / dayMs) * dayMs + 9 * hourMs);
        await move(tx, nurse, ward, {
          status: 'interview',
          note: 'The ward liked your letter. Come and meet them.',
          interview: {
            starts_at: starts.toISOString(),
            ends_at: new Date(starts.getTime() + hourMs).toISOString(),
            time_zone: 'Europe/Paris',
            place: 'Clinique des Tilleuls, 12 quai des Tilleuls, Lyon',
            note: 'Ask for Claire at the desk.',
          },
        });
      }),
    );
    await at(
      6.5,
      together(async (tx) => {
        await features.inbox.markAll(tx, nurse.userId);
        await features.preferences.update(tx, nurse, {
          categories: [{ category: 'jobs', frequency: 'immediate' }],
        });
      }),
    );
    await at(7.9, readBoard);
  }

  return {
    async prepare() {
      try {
        if ((await findViewer(database.query, demoNurse.email)) === undefined) await live();
      } finally {
        clock.comeBack();
      }
    },
  };
}
