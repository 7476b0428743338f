import { api, type Endpoint } from '@rolecall/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationRoutes } from '../../features/activity/applications/applications.routes.ts';
import { applicationOf } from '../../features/activity/applications/index.ts';
import { interviewRoutes } from '../../features/activity/interviews/interviews.routes.ts';
import { resumeRoutes } from '../../features/activity/resumes/resumes.routes.ts';
import type { RequestContext, Route, UploadedFile, Viewer } from '../../platform/http/index.ts';
import { createTestApplications } from '../../testing/applications.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';

const context: RequestContext = {
  requestId: 'test',
  clientAddress: '127.0.0.1',
  userAgent: 'test',
  fromAllowedOrigin: true,
  cookies: {},
  idempotencyKey: null,
  setCookie: () => {},
  clearCookie: () => {},
};

describe('the routes of applications, interviews and résumés', () => {
  let database: TestDatabase;
  let house: ReturnType<typeof createTestApplications>;
  let routes: Route[];

  beforeAll(async () => {
    database = await createTestDatabase();
    house = createTestApplications(database);
    const parts = { database, ...house };
    routes = [...applicationRoutes(parts), ...interviewRoutes(parts), ...resumeRoutes(parts)];
    return () => database.close();
  });

  /** Calls the route of an endpoint and holds its answer against the contract. */
  async function call(
    endpoint: Endpoint,
    viewer: Viewer,
    parts: { params?: object; query?: object; body?: object; file?: UploadedFile } = {},
  ): Promise<unknown> {
    const route = routes.find((candidate) => candidate.endpoint === endpoint);
    if (route === undefined) throw new Error(`nothing serves ${endpoint.id}`);
    const { params, query, body, file = null } = parts;
    return endpoint.response.parse(await route.handle({ params, query, body, viewer, file, context }));
  }

  it('serve every endpoint of the group', () => {
    expect(routes.map(({ endpoint }) => endpoint.id).toSorted()).toEqual(
      Object.values(api.applications)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('refuse words to applicants that ask for what no employer asks for, and take nothing of the step', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const job_id = await house.job(companyId);
    await call(api.applications.apply, seeker, { params: { job_id }, body: { note: '' } });
    const params = { application_id: (await applicationOf(database.query, seeker.userId, job_id)) ?? '' };
    const fraud = 'Please pay the registration fee of €45 in advance, by gift card.';
    const interview = {
      starts_at: '2099-05-04T08:00:00.000Z',
      ends_at: '2099-05-04T09:00:00.000Z',
      time_zone: 'Europe/Berlin',
      place: 'Lamp Street 1',
      note: '',
    };
    const refused = { code: 'note_refused', extensions: { reasons: ['fee'] } };
    const status = { status: 'interview', note: 'We look forward to it.' };
    for (const body of [
      { ...status, note: fraud, interview },
      { ...status, interview: { ...interview, place: fraud } },
      { ...status, interview: { ...interview, note: fraud } },
      { status: 'rejected', note: fraud },
    ]) {
      await expect(call(api.applications.changeStatus, recruiter, { params, body })).rejects.toMatchObject(
        refused,
      );
    }
    expect(await call(api.applications.read, recruiter, { params })).toMatchObject({
      status: 'submitted',
      interviews: [],
    });
    await call(api.applications.changeStatus, recruiter, { params, body: { ...status, interview } });
    const { interviews } = await house.applications.read(database.query, recruiter, params.application_id);
    const ofInterview = { params: { ...params, interview_id: interviews[0]?.id } };
    const body = { ...interview, note: fraud };
    await expect(call(api.applications.scheduleInterview, recruiter, { params, body })).rejects.toMatchObject(
      refused,
    );
    await expect(
      call(api.applications.moveInterview, recruiter, { ...ofInterview, body }),
    ).rejects.toMatchObject(refused);
    await expect(
      call(api.applications.cancelInterview, recruiter, { ...ofInterview, body: { note: fraud } }),
    ).rejects.toMatchObject(refused);
    // The company has not shown who it is, which the invitation says.
    expect(await house.told(seeker)).toMatchObject([
      { kind: 'application_confirmation', payload: { company_unverified: true } },
      { kind: 'achievement' },
      { kind: 'achievement' },
      {
        kind: 'interview_invitation',
        payload: { company_unverified: true, note: status.note, place: 'Lamp Street 1' },
      },
    ]);
  });

  it('answer as the contract says, from the résumé to the withdrawal', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const job_id = await house.job(companyId);
    const file = {
      fileName: 'cv.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'),
    };

    await expect(call(api.applications.uploadResume, seeker)).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await call(api.applications.uploadResume, seeker, { file });
    const [resume] = await house.resumes.list(seeker);
    const resume_id = resume?.id ?? '';
    expect(await call(api.applications.listResumes, seeker)).toEqual({ items: [resume] });
    expect(
      await call(api.applications.apply, seeker, { params: { job_id }, body: { note: 'Hello', resume_id } }),
    ).toMatchObject({ status: 'submitted', resume });

    const application_id = await applicationOf(database.query, seeker.userId, job_id);
    const params = { application_id };
    expect(await call(api.applications.listOwn, seeker, { query: {} })).toMatchObject({
      items: [{ id: application_id }],
      next_cursor: null,
    });
    expect(
      await call(api.applications.listForJob, recruiter, {
        params: { job_id },
        query: { status: 'submitted' },
      }),
    ).toMatchObject({ items: [{ id: application_id }] });
    expect(
      await call(api.applications.changeStatus, recruiter, { params, body: { status: 'viewed' } }),
    ).toMatchObject({ status: 'viewed', history: [{}, { by: 'recruiter' }] });
    expect(await call(api.applications.read, recruiter, { params })).toMatchObject({ status: 'viewed' });
    expect(await call(api.applications.downloadResume, recruiter, { params: { resume_id } })).toMatchObject({
      fileName: 'cv.pdf',
    });
    expect(await call(api.applications.removeResume, seeker, { params: { resume_id } })).toBeUndefined();
    expect(await call(api.applications.withdraw, seeker, { params })).toMatchObject({ status: 'withdrawn' });
  });
});
