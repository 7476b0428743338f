import type { Role } from '@rolecall/contract';
import { createTestBrowser } from '../../../server/src/testing/push-service/browser.ts';
import type { AttackedServer } from './attacked-server.ts';
import { addressOf, password } from './people.ts';

/** Calls as somebody, and gives what is answered; what is no success ends the preparation. */
type Call = (role: Role, method: string, url: string, body?: unknown) => Promise<Record<string, unknown>>;

const createCall =
  ({ send, bearers }: AttackedServer): Call =>
  async (role, method, url, body) => {
    const headers: Record<string, string> = { authorization: `Bearer ${await bearers.of(role)}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await send({ method, url: `/api/v1${url}`, headers, body: text });
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.body}`);
    return answer.body === '' ? {} : JSON.parse(answer.body);
  };

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const postingOf = (title: string, description = 'We look for an engineer.') => ({
  title,
  description,
  places: ['Berlin'],
  skills: ['TypeScript'],
});

/** Makes something of each kind, and gives its ids and other valid values by the names that requests have for them. */
export async function populate(attacked: AttackedServer): Promise<ReadonlyMap<string, unknown>> {
  const call = createCall(attacked);
  const known = new Map<string, unknown>();
  const me = {
    seeker: await call('job_seeker', 'GET', '/me'),
    recruiter: await call('recruiter', 'GET', '/me'),
  };
  const company = await call('recruiter', 'GET', '/company');
  await call('operator', 'POST', `/operator/companies/${company['id']}/confirm`, { reason: 'known' });
  await call('job_seeker', 'PATCH', '/me/profile', {
    skills: ['TypeScript'],
    wanted_titles: ['Engineer'],
    places: ['Berlin'],
  });

  const postJob = async (title: string) => (await call('recruiter', 'POST', '/jobs', postingOf(title)))['id'];
  const job = await postJob('Backend Engineer');
  known.set('job_id', job);
  known.set('subject', `job:${job}`);
  known.set('closeJob.job_id', await postJob('Frontend Engineer'));
  known.set('applyForJob.job_id', await postJob('Data Engineer'));

  const apply = async (jobId: unknown) =>
    (await call('job_seeker', 'POST', `/jobs/${jobId}/applications`, { note: 'Hello' }))['id'];
  const application = await apply(job);
  known.set('application_id', application);
  known.set('withdrawApplication.application_id', await apply(await postJob('Platform Engineer')));
  await call('recruiter', 'POST', `/applications/${application}/status`, { status: 'interview' });
  const meeting = { starts_at: inDays(3), ends_at: inDays(3.1), time_zone: 'Europe/Berlin' };
  const interview = async () =>
    (await call('recruiter', 'POST', `/applications/${application}/interviews`, meeting))['id'];
  known.set('interview_id', await interview());
  known.set('starts_at', meeting.starts_at);
  known.set('ends_at', meeting.ends_at);
  known.set('changeApplicationStatus.status', 'offer');

  const addSource = async (path: string) => {
    const source = {
      kind: 'job_posting',
      name: path,
      address: `${attacked.sites.origin}/${path}`,
      schedule: null,
    };
    return (await call('operator', 'POST', '/sources', source))['id'];
  };
  known.set('source_id', await addSource('feed'));
  known.set('removeSource.source_id', await addSource('feed-to-go'));
  known.set('createSource.kind', 'job_posting');
  known.set('createSource.address', `${attacked.sites.origin}/other`);
  const draftBroadcast = async () => {
    const broadcast = {
      kind: 'maintenance',
      content: { en: { title: 'Soon', message: 'Tonight.' } },
      starts_at: inDays(1),
      ends_at: inDays(2),
      audience: { to: 'everybody' },
    };
    return (await call('operator', 'POST', '/notifications/broadcasts', broadcast))['id'];
  };
  known.set('broadcast_id', await draftBroadcast());
  for (const operation of ['removeBroadcast', 'startBroadcast', 'scheduleBroadcast'])
    known.set(`${operation}.broadcast_id`, await draftBroadcast());
  const suppressed = await call('operator', 'POST', '/operator/suppressions', {
    address: 'gone@example.org',
  });
  known.set('suppression_id', suppressed['id']);

  const { public_key: publicKey } = await call('job_seeker', 'GET', '/web-push/key');
  const { keys } = await createTestBrowser();
  const subscription = { endpoint: `${attacked.sites.origin}/push/device`, keys, public_key: publicKey };
  const device = await call('job_seeker', 'PUT', '/web-push/subscription', subscription);
  known.set('device_id', device['id']);
  known.set('endpoint', subscription.endpoint);
  known.set('p256dh', keys.p256dh);
  known.set('auth', keys.auth);
  known.set('public_key', publicKey);

  known.set('notification_id', await notificationOf(call));
  known.set('user_id', me.seeker['id']);
  known.set('company_id', company['id']);
  const subject = {
    user_id: await findOne(call, 'user_id', `/operator/people?q=${addressOf('job_seeker', 'subject')}`),
    company_id: await findOne(
      call,
      'id',
      `/operator/companies?q=${encodeURIComponent('Lanternworks subject')}`,
    ),
  };
  for (const operation of ['disablePerson', 'enablePerson', 'changeRoleOfPerson', 'signOutPerson'])
    known.set(`${operation}.user_id`, subject.user_id);
  for (const operation of [
    'withdrawCompany',
    'refuseCompany',
    'setCompanyRule',
    'hideCompany',
    'showCompany',
  ])
    known.set(`${operation}.company_id`, subject.company_id);
  for (const name of ['kind', 'channel', 'locale'])
    for (const operation of ['readTemplate', 'saveTemplateDraft'])
      known.set(`${operation}.${name}`, { kind: 'job_alert', channel: 'email', locale: 'en' }[name]);
  known.set('email', addressOf('job_seeker', 'target'));
  known.set('password', password);
  known.set('current_password', password);
  known.set('signUp.email', 'somebody.new@example.org');
  known.set('address', 'somebody@example.org');
  known.set('time_zone', 'Europe/Berlin');
  known.set('domain', 'lanternworks.example');
  known.set('csv', 'address\nsomebody.else@example.org\n');
  known.set('revision', 1);
  known.set('confirmTotp.code', '123456');
  known.set('answerSecondFactor.code', '123456');
  known.set('confirmCompanyCode.code', '12345678');
  known.set('from', '2026-01-01T00:00:00.000Z');
  for (const operation of [
    'readMailAnalytics',
    'listMailAnalytics',
    'exportMailAnalytics',
    'listAudit',
    'exportAudit',
  ])
    known.set(`${operation}.to`, '2026-02-01T00:00:00.000Z');
  known.set('downloadResume.resume_id', await uploadResume(attacked));
  return known;
}

/** What the only one of a list has under this name. */
async function findOne(call: Call, name: string, url: string): Promise<unknown> {
  const { items } = await call('operator', 'GET', url);
  if (!Array.isArray(items) || items.length !== 1) throw new Error(`${url} did not find one`);
  return items[0][name];
}

/** Something that the seeker was told, as soon as it is there. */
async function notificationOf(call: Call): Promise<unknown> {
  await call('job_seeker', 'POST', '/preferences/test-message', { channel: 'inbox' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { items } = await call('job_seeker', 'GET', '/notifications');
    if (Array.isArray(items) && items.length > 0) return items[0].id;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('The seeker was told nothing');
}

async function uploadResume({ send, bearers }: AttackedServer): Promise<unknown> {
  const answer = await send({
    method: 'POST',
    url: '/api/v1/resumes',
    headers: {
      authorization: `Bearer ${await bearers.of('job_seeker')}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    body: '--x\r\ncontent-disposition: form-data; name="file"; filename="cv.txt"\r\n\r\nI can do much.\r\n--x--\r\n',
  });
  return JSON.parse(answer.body).id;
}
