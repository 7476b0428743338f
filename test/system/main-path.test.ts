import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import {
  confirmAddress,
  listen,
  type Person,
  signUpRecruiter,
  signUpSeeker,
  until,
  waitForMail,
} from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const hasPostgres = (await postgresTestUrl()) !== undefined;

describe('from a job to an answer, through the client alone', () => {
  mainPath('on the embedded database', async () => ({ databaseUrl: undefined, drop: async () => {} }));
  describe.runIf(hasPostgres)('with a server', () => {
    mainPath('on PostgreSQL', async () => {
      const { url, drop } = await createEmptyPostgres();
      return { databaseUrl: url, drop };
    });
  });
});

function mainPath(
  name: string,
  open: () => Promise<{ databaseUrl: string | undefined; drop: () => Promise<void> }>,
) {
  describe(name, () => {
    let server: ServerProcess;
    let database: { databaseUrl: string | undefined; drop: () => Promise<void> };
    let seeker: Person;
    let recruiter: Person;

    beforeAll(async () => {
      database = await open();
      server = await startServer({ databaseUrl: database.databaseUrl });
      seeker = await signUpSeeker(server.url, 'Ada Seeker', {
        skills: ['TypeScript', 'PostgreSQL'],
        wanted_titles: ['Backend Engineer'],
        places: ['Berlin'],
      });
      recruiter = await signUpRecruiter(server.url, 'Rob Recruiter', 'Lanternworks');
      await confirmAddress(seeker);
    });
    afterAll(async () => {
      await server.stop();
      await database.drop();
    });

    test('everybody hears of what concerns them, live, in the inbox and by mail', async () => {
      const seekerSocket = await listen(seeker);
      const recruiterSocket = await listen(recruiter);
      const follower = seeker.client.notifications.connect();
      follower.subscribe('job_posted');
      const posted = new Promise<string>((resolve) => {
        follower.on('job_posted', ({ job_id }) => resolve(job_id));
      });
      await until('the follower to be live', async () => follower.status.state === 'live' || undefined);

      const job = await recruiter.client.jobs.create({
        body: {
          title: 'Senior Backend Engineer',
          description: 'You look after our **TypeScript** services on PostgreSQL.',
          places: ['Berlin'],
          skills: ['TypeScript', 'PostgreSQL'],
        },
      });

      expect(await posted).toBe(job.id);
      follower.close();
      const alert = await seekerSocket.next('job_alert');
      expect(alert.data).toMatchObject({ job_id: job.id, company_name: 'Lanternworks' });
      expect((await waitForMail(seeker, /Senior Backend Engineer/)).text).toContain(`/jobs/${job.id}`);

      const resume = await seeker.client.applications.uploadResume({
        file: new File(['Ada. Ten years of backends.'], 'ada.txt', { type: 'text/plain' }),
      });
      const application = await seeker.client.applications.apply({
        params: { job_id: job.id },
        body: { note: 'Your lamps are lovely.', resume_id: resume.id },
      });
      expect((await seekerSocket.next('application_confirmation')).data).toMatchObject({
        application_id: application.id,
      });

      const received = await recruiterSocket.next('application_received');
      expect(received.data).toMatchObject({ application_id: application.id, applicant_name: 'Ada Seeker' });
      await waitForMail(recruiter, /Ada Seeker/);

      const applicants = await recruiter.client.applications.listForJob({ params: { job_id: job.id } });
      expect(applicants.items).toMatchObject([{ id: application.id, note: 'Your lamps are lovely.' }]);
      const file = await recruiter.client.applications.downloadResume({ params: { resume_id: resume.id } });
      expect(new TextDecoder().decode(file.content)).toBe('Ada. Ten years of backends.');

      await recruiter.client.applications.changeStatus({
        params: { application_id: application.id },
        body: {
          status: 'interview',
          note: 'On Monday?',
          expected_status: 'submitted',
          interview: {
            starts_at: '2099-05-04T08:00:00.000Z',
            ends_at: '2099-05-04T09:00:00.000Z',
            time_zone: 'Europe/Berlin',
            place: 'Lamp Street 1',
          },
        },
      });
      const invitation = await seekerSocket.next('interview_invitation');
      expect(invitation.data).toMatchObject({ old_status: 'submitted', new_status: 'interview' });
      const invited = await waitForMail(seeker, /Interview/);
      expect(invited.text).toContain('On Monday?');
      expect(invited.text).toContain('Lamp Street 1');
      const own = await seeker.client.applications.read({ params: { application_id: application.id } });
      expect(own.interviews).toMatchObject([
        { starts_at: '2099-05-04T08:00:00.000Z', place: 'Lamp Street 1', status: 'scheduled' },
      ]);

      const inbox = await seeker.client.notifications.list({});
      expect(inbox.items.map(({ kind }) => kind)).toEqual([
        // An interview stands above what it is celebrated by.
        'interview_invitation',
        'achievement',
        'achievement',
        'application_confirmation',
        'job_alert',
        'welcome',
      ]);
      expect(inbox.items.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
      expect(await seeker.client.notifications.counts({})).toMatchObject({ unread: 4, head: 6 });
      expect(await seeker.client.notifications.markAll({ body: {} })).toMatchObject({ unread: 0, head: 6 });

      const sent = await seeker.client.notifications.read({ params: { notification_id: alert.id } });
      expect(sent.deliveries).toMatchObject([{ channel: 'email', status: 'sent' }]);
      seekerSocket.close();
      recruiterSocket.close();
    });

    test('texts that hold parsers up are taken as plain text, and everybody else is answered meanwhile', async () => {
      const hostile = ['*a_', '> ', '<div>', '[![', '- '].map((part) =>
        part.repeat(Math.floor(48_000 / part.length)),
      );
      let isDone = false;
      const posting = Promise.all(
        hostile.map((description, number) =>
          recruiter.client.jobs.create({
            body: {
              title: `Gardener ${number}`,
              description: `Roofs. ${description}`,
              places: [],
              skills: [],
            },
          }),
        ),
      );
      const file = new File(['Ten years of gardens.'], `${'\u0301.'.repeat(30_000)}.txt`);
      const given = Promise.all([posting, seeker.client.applications.uploadResume({ file })]).finally(() => {
        isDone = true;
      });
      do {
        expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
      } while (!isDone);
      const [jobs, resume] = await given;
      expect(resume).toMatchObject({ file_name: expect.stringMatching(/\.txt$/), size: 21 });
      for (const { id } of jobs) {
        const { description_html } = await seeker.client.jobs.read({ params: { job_id: id } });
        expect(description_html).toContain('Roofs.');
      }
    });

    test('nobody else sees any of it', async () => {
      const stranger = await signUpSeeker(server.url, 'Eve Stranger');
      const rival = await signUpRecruiter(server.url, 'Rita Rival', 'Otherworks');
      const [own] = (await seeker.client.applications.listOwn({})).items;
      const [notification] = (await seeker.client.notifications.list({})).items;
      if (own === undefined || notification === undefined) throw new Error('There is nothing to protect');

      for (const { client } of [stranger, rival]) {
        await expect(client.applications.read({ params: { application_id: own.id } })).rejects.toMatchObject({
          code: 'not_found',
        });
        await expect(
          client.notifications.read({ params: { notification_id: notification.id } }),
        ).rejects.toMatchObject({ code: 'not_found' });
      }
      await expect(
        rival.client.applications.listForJob({ params: { job_id: own.job.id } }),
      ).rejects.toMatchObject({ code: 'not_found' });
      await expect(rival.client.jobs.close({ params: { job_id: own.job.id } })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(stranger.client.operator.overview({})).rejects.toMatchObject({ code: 'forbidden' });
      const provider = { params: { provider: 'smtp' } };
      const { read, pause, resume, closeBreaker } = stranger.client.mailSending;
      for (const steer of [
        () => read({}),
        () => pause(provider),
        () => resume(provider),
        () => closeBreaker(provider),
      ])
        await expect(steer()).rejects.toMatchObject({ code: 'forbidden' });
    });
  });
}
