import { AxeBuilder } from '@axe-core/playwright';
import { type Client, createClient } from '@rolecall/client';
import type { PushMessage } from '@rolecall/contract';
import type { CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestBrowser } from '../../server/src/testing/push-service/browser.ts';
import { type PushService, startPushService } from '../../server/src/testing/push-service/push-service.ts';
import { openBrowser, signOut, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { everythingAtOnce, password, signUpRecruiter, until } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

/**
 * Chromium subscribes at its vendor's push service only, so the page is given a subscription at one on this machine. What
 * that service takes and decrypts is handed to the real service worker by the DevTools protocol.
 */
let server: ServerProcess;
let service: PushService;
let browser: TestBrowser;
let page: Page;
let devTools: CDPSession;
let ada: Client;
const email = 'ada@example.org';
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

beforeAll(async () => {
  service = await startPushService();
  server = await startServer({ environment: { ROLECALL_OUTGOING_PRIVATE_ORIGINS: service.origin } });
  browser = await openBrowser(server.url);
  page = await browser.visit();
  await page.context().grantPermissions(['notifications']);
  await subscribeHere(page);
  await signUp(page, { name: 'Ada Seeker', email });
  ada = createClient({ baseUrl: server.url });
  await ada.auth.signIn({ body: { email, password } });
  await ada.me.updateProfile({
    body: { headline: 'Lamp Designer', skills: ['Lighting', 'Glass'], minimum_match_score: 10 },
  });
  await everythingAtOnce(ada);
  devTools = await page.context().newCDPSession(page);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await service.close();
});

/** Answers the page's `subscribe` with an endpoint of the push service on this machine. */
async function subscribeHere(there: Page): Promise<void> {
  const subscriber = await createTestBrowser();
  const { public_key } = await createClient({ baseUrl: server.url }).webPush.readKey();
  const endpoint = service.subscribe(subscriber, public_key);
  const given = JSON.stringify({ endpoint, keys: subscriber.keys });
  await there.addInitScript(`{
    const given = ${given};
    const kept = () => localStorage.getItem('test-application-server-key');
    const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const subscription = (key) => ({
      endpoint: given.endpoint,
      options: { userVisibleOnly: true, applicationServerKey: bytes(key).buffer },
      toJSON: () => ({ ...given, expirationTime: null }),
      unsubscribe: async () => (localStorage.removeItem('test-application-server-key'), true),
    });
    PushManager.prototype.getSubscription = async () => (kept() === null ? null : subscription(kept()));
    PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
      if (userVisibleOnly !== true) throw new DOMException('silent pushes are not allowed', 'NotAllowedError');
      localStorage.setItem('test-application-server-key', applicationServerKey);
      return subscription(applicationServerKey);
    };
  }`);
}

const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 15_000 });

/** A registration as the DevTools tell of it. */
let registrationId = '';

/** Hands what the push service has decrypted to the service worker, as the browser would. */
async function deliver(message: PushMessage): Promise<void> {
  if (registrationId === '') {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      registrationId = registrations.find((one) => !one.isDeleted)?.registrationId ?? registrationId;
    });
    await devTools.send('ServiceWorker.enable');
    await until('the registration of the service worker', async () => registrationId || undefined);
    // What comes before it is active is lost.
    await page.evaluate(`navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated' ||
      new Promise((done) => active.addEventListener('statechange', () => active.state === 'activated' && done())))`);
  }
  await devTools.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId,
    data: JSON.stringify(message),
  });
}

/** The next push that the service takes. */
async function pushed(count: number): Promise<PushMessage> {
  const taken = await until('a push', async () => service.taken[count]);
  if (!isMessage(taken.json)) throw new Error('that is no message');
  return taken.json;
}
const isMessage = (json: unknown): json is PushMessage =>
  typeof json === 'object' && json !== null && 'web_push' in json;

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly actions: readonly string[];
}

const shown = (): Promise<Shown[]> =>
  page.evaluate<Shown[]>(`navigator.serviceWorker.getRegistration('/')
    .then((registration) => registration.getNotifications())
    .then((all) => all.map(({ title, body, tag, actions }) => ({ title, body, tag, actions: actions.map((a) => a.action) })))`);

const worker = (): Worker => {
  const [first] = page.context().serviceWorkers();
  if (first === undefined) throw new Error('there is no service worker');
  return first;
};

/** Clicks on the notification that is shown, or on a button of it, and waits until that has been dealt with. */
async function click(action = ''): Promise<void> {
  await worker().evaluate(`(async () => {
    const [notification] = await registration.getNotifications();
    const event = new NotificationEvent('notificationclick', { notification, action: ${JSON.stringify(action)} });
    let work;
    // An event of a script cannot keep the worker alive, and need not.
    Object.defineProperty(event, 'waitUntil', { value: (promise) => { work = promise; } });
    dispatchEvent(event);
    await work;
  })()`);
}

async function alertAbout(title: string): Promise<{ message: PushMessage; jobId: string }> {
  const before = service.taken.length;
  const recruiter = await signUpRecruiter(server.url, `Rob ${title}`, `Lanternworks ${title}`);
  const { id } = await recruiter.client.jobs.create({
    body: { title, description: 'Lighting and glass.', places: ['Berlin'], skills: ['Lighting', 'Glass'] },
  });
  return { message: await pushed(before), jobId: id };
}

test('nothing is asked when a page is opened, and the settings turn pushes on', async () => {
  expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(0);
  await page.goto('/settings/notifications?part=more');
  await page.getByText('This device gets no pushes.').waitFor();
  await page.getByRole('button', { name: 'Turn on here' }).click();
  await toast(page, 'This device gets pushes now.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Not used yet' }).waitFor();
  expect((await ada.webPush.listDevices()).items).toMatchObject([
    { name: 'Chrome · Linux', state: 'unverified', push_service: new URL(service.origin).host },
  ]);
  await page.goto('/settings/notifications');
  await page.getByText('at once, in the inbox and by mail and by push').first().waitFor();
  await page.goto('/settings/notifications?part=more');
});

test('a test comes to this device', async () => {
  await page.getByRole('button', { name: 'Send a test to Chrome · Linux' }).click();
  await toast(page, 'It should show up on Chrome · Linux').waitFor();
  const message = await pushed(0);
  // The DevTools lose what comes while the browser still stores the registration.
  await eventually(async () => {
    await deliver(message);
    return shown();
  }).toMatchObject([{ title: 'Pushes work here' }]);
  // The browser takes a notification away in its own time, and the last of the deliveries may still show it anew.
  await eventually(async () => {
    if ((await shown()).length > 0) await click();
    return shown();
  }).toEqual([]);
});

test('the section is accessible, and a device gets another name', async () => {
  // The click on the notification has led to the beginning of the settings.
  await page.goto('/settings/notifications?part=more');
  await page.getByRole('button', { name: 'Rename Chrome · Linux' }).waitFor();
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(standards);
  expect((await axe.analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Rename Chrome · Linux' }).click();
  await page.getByLabel('Name of the device').fill('My laptop');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Send a test to My laptop' }).waitFor();
});

describe('a job alert', () => {
  beforeEach(async () => {
    await page.goto('/settings/notifications?part=more');
    await page.evaluate(`navigator.serviceWorker.getRegistration('/').then((registration) => registration.getNotifications())
      .then((all) => all.forEach((one) => one.close()))`);
  });

  test('is shown with its buttons, once, however often it comes', async () => {
    const { message } = await alertAbout('Lamp Designer');
    await deliver(message);
    await deliver(message);
    await eventually(shown).toMatchObject([
      { title: expect.stringContaining('Lamp Designer'), tag: message.notification.tag },
    ]);
    expect((await shown())[0]?.actions.slice(0, 2)).toEqual(['save', 'read']);
  });

  test('leads to its job when it is clicked, and is read then', async () => {
    const { message, jobId } = await alertAbout('Lantern Maker');
    await deliver(message);
    await eventually(shown).toHaveLength(1);
    await click();
    await page.waitForURL(`${server.url}/jobs/${jobId}`);
    await page.getByRole('heading', { name: 'Lantern Maker' }).waitFor();
    const { notification_id } = message.notification.data;
    const isRead = async () =>
      (await ada.notifications.read({ params: { notification_id } })).read_at !== null;
    await eventually(isRead).toBe(true);
  });

  test('saves its job by a button, for the person whom it is for', async () => {
    const { message, jobId } = await alertAbout('Glass Blower');
    await deliver(message);
    await eventually(shown).toHaveLength(1);
    await click('save');
    expect(await shown()).toEqual([]);
    expect((await ada.jobs.read({ params: { job_id: jobId } })).mark).toBe('saved');
  });

  test('waits with its button until there is a connection', async () => {
    const { message, jobId } = await alertAbout('Wick Tester');
    await deliver(message);
    await eventually(shown).toHaveLength(1);
    await page.context().setOffline(true);
    await click('save');
    await eventually(shown).toMatchObject([{ body: message.notification.data.waiting, actions: [] }]);
    await page.context().setOffline(false);
    await page.reload();
    const mark = async () => (await ada.jobs.read({ params: { job_id: jobId } })).mark;
    await eventually(mark).toBe('saved');
    await eventually(shown).toEqual([]);
  });

  test('does nothing for whoever else is signed in, and says so', async () => {
    const { message } = await alertAbout('Shade Painter');
    const data = { ...message.notification.data, user_id: '019f0000-0000-7000-8000-000000000001' };
    await deliver({ ...message, notification: { ...message.notification, data } });
    await eventually(shown).toHaveLength(1);
    await click('save');
    await eventually(shown).toMatchObject([{ body: data.failed }]);
  });

  test('is closed when it is read elsewhere: at once by an open page, else by the next push', async () => {
    const { message } = await alertAbout('Candle Maker');
    await deliver(message);
    await eventually(shown).toHaveLength(1);
    await ada.notifications.change({
      body: { change: 'read', ids: [message.notification.data.notification_id] },
    });
    await eventually(shown).toEqual([]);

    await deliver(message);
    await eventually(shown).toHaveLength(1);
    const { message: next } = await alertAbout('Torch Maker');
    expect(next.notification.data.closes).toContain(message.notification.data.notification_id);
    await deliver(next);
    await eventually(shown).toMatchObject([{ tag: next.notification.tag }]);
  });
});

test('a message that cannot be read still shows something', async () => {
  await devTools.send('ServiceWorker.deliverPushMessage', {
    origin: server.url,
    registrationId,
    data: 'of another version',
  });
  await eventually(async () => (await shown()).some(({ title }) => title === 'Rolecall')).toBe(true);
});

test('whoever signs out gets no more pushes there', async () => {
  await signOut(page);
  await eventually(() => page.evaluate(`localStorage.getItem('test-application-server-key')`)).toBeNull();
  expect((await ada.webPush.listDevices()).items).toEqual([]);
});

describe('who has not turned pushes on', () => {
  let other: Page;
  beforeAll(async () => {
    other = await browser.visit();
    await other.context().grantPermissions(['notifications']);
    await subscribeHere(other);
    await signUp(other, { name: 'Ben Seeker', email: 'ben@example.org' });
  });

  test('is offered them after saving a job, and not again after saying no', async () => {
    await other.goto('/jobs');
    await other.getByRole('button', { name: 'Save for later: Lamp Designer' }).click();
    await other.getByText('Hear of it at once').waitFor();
    const axe = new AxeBuilder({ page: other }).setLegacyMode().withTags(standards);
    expect((await axe.analyze()).violations).toEqual([]);
    await other.getByRole('button', { name: 'Not now' }).click();
    await other.getByRole('button', { name: 'Save for later: Glass Blower' }).click();
    await toast(other, 'Glass Blower').waitFor();
    expect(await other.getByText('Hear of it at once').count()).toBe(0);
  });

  test('is told how to allow what was denied', async () => {
    const denied = await browser.visit();
    await denied.addInitScript(`Object.defineProperty(Notification, 'permission', { get: () => 'denied' });`);
    await signUp(denied, { name: 'Cid Seeker', email: 'cid@example.org' });
    await denied.goto('/settings/notifications?part=more');
    await denied.getByText('Notifications are blocked for this site.').waitFor();
    expect(await denied.getByRole('button', { name: 'Turn on here' }).count()).toBe(0);
  });
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
  expect(service.violations).toEqual([]);
});
