import { type Client, createClient } from '@rolecall/client';
import type { Role } from '@rolecall/contract';
import { until } from '../../support/people.ts';
import { appliedFor, flaggedTitle } from './demo-jobs.ts';

/** Has the demo's job seeker apply for a job, so that there is an application to look at. Again: changes nothing. */
export async function prepareScenes(url: string): Promise<void> {
  const client = await signInAs(url, 'job_seeker');
  if ((await client.applications.listOwn({})).items.length === 0) {
    const { items } = await client.jobs.search({ query: { q: `"${appliedFor}"` } });
    const job = items.find(({ title }) => title === appliedFor);
    if (job === undefined) throw new Error(`The demo has no job "${appliedFor}"`);
    const resume = await client.applications.uploadResume({
      file: new File(['Mara Lindqvist. Eight years of web applications.'], 'mara.txt', {
        type: 'text/plain',
      }),
    });
    await client.applications.apply({
      params: { job_id: job.id },
      body: { note: 'I have soldered since I was nine.', resume_id: resume.id },
    });
  }
  await client.auth.signOut();
  await prepareBroadcasts(url);
  await prepareSuppressions(url);
  await prepareModeration(url);
  // Stays signed in, so that there is another session to end.
  await signInAs(url, 'operator');
}

/** Has the demo's recruiter post a job that is flagged, and its job seeker report it. Again: changes nothing. */
async function prepareModeration(url: string): Promise<void> {
  const recruiter = await signInAs(url, 'recruiter');
  const { items } = await recruiter.jobs.listOwn({ query: { limit: 100 } });
  if (!items.some(({ title }) => title === flaggedTitle)) {
    const { id } = await recruiter.jobs.create({
      body: {
        title: flaggedTitle,
        description:
          'You bring parcels to people in your part of the town. To book your training a fee of €60 is due in advance; send the receipt to Kim on **W h a t s A p p** +49 171 39 200 91, no calls.',
        places: ['Hamburg'],
        skills: [],
      },
    });
    const seeker = await signInAs(url, 'job_seeker');
    await seeker.moderation.report({
      params: { job_id: id },
      body: { reason: 'asks_for_money', text: 'They wanted €60 before they would even talk to me.' },
    });
    await seeker.auth.signOut();
  }
  await recruiter.auth.signOut();
}

/** Has the demo's operator read a list in which the recruiter stands too, whose mail comes back. */
async function prepareSuppressions(url: string): Promise<void> {
  const operator = await signInAs(url, 'operator');
  const { demo_people: people } = await operator.instance.read();
  const recruiter = people.findLast(({ role }) => role === 'recruiter')?.email ?? '';
  await operator.suppressions.import({
    body: {
      dry_run: false,
      csv: [
        'address,reason,scope,expires_at,note',
        `${recruiter},hard_bounce,all,,`,
        'somebody.with.a.rather.long.address@a-domain-with-a-long-name.example,complaint,all_but_transactional,,',
        'full@example.org,soft_bounces,all,2099-01-01T00:00:00Z,',
        'grace@example.org,manual,all,,Asked by phone not to be written to again',
        'ada@example.org,import,all,,From the list of the old system',
      ].join('\n'),
    },
  });
  await operator.auth.signOut();
}

/**
 * Has the demo's operator write one broadcast, send another one to recruiters alone, and one to job seekers while theirs
 * has announcements switched off, so that it is kept out of the inbox. Again: changes nothing.
 */
async function prepareBroadcasts(url: string): Promise<void> {
  const operator = await signInAs(url, 'operator');
  if ((await operator.broadcasts.list({ query: {} })).items.length === 0) {
    const seeker = await signInAs(url, 'job_seeker');
    const hears = (inbox: boolean) =>
      seeker.preferences.update({
        body: { categories: [{ category: 'announcements', channels: { inbox } }] },
      });
    const text = { title: 'Searches can be saved', message: 'Find yours under Jobs.' };
    const bodyFor = (role: Role) =>
      ({ kind: 'feature_announcement', content: { en: text }, audience: { to: 'role', role } }) as const;
    await operator.broadcasts.create({ body: bodyFor('recruiter') });
    await hears(false);
    await announce(operator, bodyFor('job_seeker'));
    await hears(true);
    await announce(operator, bodyFor('recruiter'));
    await seeker.auth.signOut();
  }
  await operator.auth.signOut();
}

/** Sends a broadcast and waits until everybody has it. */
async function announce(
  operator: Client,
  body: Parameters<Client['broadcasts']['create']>[0]['body'],
): Promise<void> {
  const { id } = await operator.broadcasts.create({ body });
  await operator.broadcasts.start({ params: { broadcast_id: id } });
  await until('the broadcast to be finished', async () => {
    const { status } = await operator.broadcasts.read({ params: { broadcast_id: id } });
    return status === 'finished' ? true : undefined;
  });
}

/** Signs in as the demo's person of a role. */
async function signInAs(url: string, role: Role): Promise<Client> {
  const client = createClient({ baseUrl: url });
  const { demo_people: people } = await client.instance.read();
  // The last of a role is one who has lived through nothing yet.
  const person = people.findLast((one) => one.role === role);
  if (person === undefined) throw new Error(`${url} has no demo person of the role ${role}`);
  await client.auth.signIn({ body: { email: person.email, password: person.password } });
  return client;
}
