import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@rolecall/client';
import { locales } from '@rolecall/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { type CrawledPage, crawl, readPage, readSitemap } from '../support/crawler.ts';
import { faultsOfJobPosting } from '../support/job-posting.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let pages: ReadonlyMap<string, CrawledPage>;

const isPublic = ({ pathname, searchParams }: URL) =>
  (pathname === '/' || /^\/(jobs|companies)(\/|$)/.test(pathname)) && !searchParams.has('q');

beforeAll(async () => {
  server = await startServer({
    args: ['--demo'],
    environment: { ROLECALL_RATE_LIMIT_PER_MINUTE: '100000' },
  });
  browser = await openBrowser(server.url);
  pages = await crawl(`${server.url}/`, isPublic);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const pathOf = (url: string) => new URL(url).pathname;
const jobPages = () => [...pages.values()].filter(({ url }) => pathOf(url).startsWith('/jobs/'));

/** Every open job of the interface, as a guest sees it. */
async function openJobs() {
  const client = createClient({ baseUrl: server.url });
  const found: Awaited<ReturnType<typeof client.jobs.search>>['items'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.jobs.search({ query: { limit: 100, cursor } });
    found.push(...page.items);
    if (page.next_cursor === null) return found;
    cursor = page.next_cursor;
  }
}

test('links lead to every job, and each page says what it is', async () => {
  const jobs = await openJobs();
  expect(jobs.length).toBeGreaterThan(200);
  expect(new Set(jobPages().map(({ url }) => pathOf(url)))).toEqual(
    new Set(jobs.map(({ id }) => `/jobs/${id}`)),
  );
  const faults: string[] = [];
  for (const page of pages.values()) {
    const check = (isRight: boolean, fault: string) => {
      if (!isRight) faults.push(`${page.url}: ${fault}`);
    };
    check(page.status === 200, `is answered with ${page.status}`);
    check(page.title.endsWith(' · Rolecall') && page.title.length >= 15, 'has no title');
    check((page.meta.get('description') ?? '').length > 20, 'has no description');
    check((page.html.match(/<h1\b/g) ?? []).length === 1, 'has not one heading');
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image', 'twitter:card'])
      check((page.meta.get(name) ?? '') !== '', `has no ${name}`);
    const canonical = new URL(page.canonical);
    check(canonical.origin === server.url, 'is said to be elsewhere');
    check(page.meta.get('og:url') === page.canonical, 'has two addresses');
    if (page.isListed) check(page.canonical === page.url, 'is listed under another address');
    if (page.alternates.size > 0)
      check([...page.alternates.keys()].join() === [...locales, 'x-default'].join(), 'lacks a language');
  }
  expect(faults).toEqual([]);
});

test('each JobPosting is as search engines ask for it, and stands where it may be listed', () => {
  const now = new Date();
  const described = jobPages().filter(({ data }) => data !== undefined);
  const faults = described.flatMap(({ data, url, isListed }) => [
    ...faultsOfJobPosting(data, url, now).map((fault) => `${url}: ${fault}`),
    ...(isListed ? [] : [`${url}: is not to be listed`]),
  ]);
  expect(faults).toEqual([]);
  expect(described.length).toBe(jobPages().filter(({ isListed }) => isListed).length);
  const all = JSON.stringify(described.map(({ data }) => data));
  for (const property of ['TELECOMMUTE', 'minValue', 'validThrough', '"directApply":true'])
    expect(all).toContain(property);
});

test('the sitemap has each page that may be listed, once, and nothing else', async () => {
  const listed = [...pages.values()].filter(({ isListed }) => isListed).map(({ canonical }) => canonical);
  const named = await readSitemap(`${server.url}/sitemap.xml`);
  expect(new Set(named).size).toBe(named.length);
  expect(named.toSorted()).toEqual([...new Set(listed)].toSorted());
  const unverified = (await openJobs()).filter(({ company }) => company.trust === 'unverified');
  expect(unverified.length).toBeGreaterThan(0);
  for (const { id } of unverified) expect(named).not.toContain(`${server.url}/jobs/${id}`);
  const robots = await (await fetch(`${server.url}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${server.url}/sitemap.xml`);
});

test('the address of a page is that of the configuration, whatever a request calls the server', async () => {
  const { port } = new URL(server.url);
  const page = await readPage(`http://localhost:${port}/jobs`, { 'x-forwarded-host': 'evil.example' });
  expect(page.canonical).toBe(`${server.url}/jobs`);
  expect(await (await fetch(`http://localhost:${port}/sitemap.xml`)).text()).not.toContain('localhost');
});

test('languages of a page link to each other, and pictures are there', async () => {
  for (const path of ['/', '/jobs']) {
    const page = await readPage(`${server.url}${path}`);
    for (const locale of locales) {
      const other = await readPage(page.alternates.get(locale) ?? '');
      expect(other.locale).toBe(locale);
      expect(other.canonical).toBe(other.url);
      expect([...other.alternates]).toEqual([...page.alternates]);
    }
  }
  const pictures = new Set([...pages.values()].map(({ meta }) => meta.get('og:image') ?? ''));
  expect(pictures.size).toBe(6);
  for (const picture of pictures) {
    const answer = await fetch(picture);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  }
});

test('every feed that a page names has the jobs of that page, and is known again', async () => {
  const page = await readPage(`${server.url}/jobs?q=nurse`);
  const address = /type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const feed = await fetch(address);
  const ids = [...(await feed.text()).matchAll(/urn:uuid:([\w-]+)/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  const etag = feed.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('a closed job is gone, with a way on, and out of the sitemap', async () => {
  const client = createClient({ baseUrl: server.url });
  await client.auth.signIn({ body: { email: 'ravi@demo.example', password: 'rolecall-demo' } });
  const [job] = (await client.jobs.listOwn({ query: { status: 'open' } })).items;
  if (job === undefined) throw new Error('Nothing is open');
  await client.jobs.close({ params: { job_id: job.id } });
  const page = await readPage(`${server.url}/jobs/${job.id}`);
  expect([page.status, page.isListed, page.data]).toEqual([410, false, undefined]);
  expect(page.html).toContain('Find similar jobs');
  const guest = await browser.visit();
  await guest.goto(`/jobs/${job.id}`);
  await guest.getByRole('link', { name: 'Find similar jobs' }).click();
  await guest.waitForURL('**/jobs?q=*');
});

test.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)(
  'on a %s the app takes over without anything moving or being asked again',
  async (_name, viewport) => {
    for (const path of ['/', '/jobs', pathOf(jobPages()[40]?.url ?? ''), '/jobs?q=nurse']) {
      const page = await browser.visit({ viewport });
      await page.addInitScript(`window.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.moved += value;
      }).observe({ type: 'layout-shift', buffered: true });`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(pathOf(request.url())));
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      // What is similar to a job is no part of what was served, so it is asked for once.
      const again = asked.filter((one) => one.startsWith('/api/') && !one.includes('/similar'));
      expect(again).toEqual(['/api/v1/auth/refresh']);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.evaluate<number>('window.moved')).toBeLessThan(0.1);
      await page.context().close();
    }
    expect(browser.faults).toEqual([]);
  },
);

test('who runs no scripts finds a job, and gets on', async () => {
  const page = await browser.visit({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByLabel('Words').fill('nurse');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/jobs?q=nurse*');
  const title = await page.getByRole('article').first().getByRole('heading').textContent();
  await page.getByRole('article').first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
  await page.goto('/jobs');
  await page.getByRole('link', { name: 'Show more jobs' }).click();
  await page.waitForURL('**/jobs?cursor=*');
  expect(await page.getByRole('article').count()).toBeGreaterThan(5);
});

test('pages as they are served are accessible, in both colours', async () => {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.visit({ colorScheme });
    // The app does not come, so what was served stays.
    await page.route('**/assets/*.js', (route) => route.abort());
    for (const path of ['/', '/jobs?q=nurse', pathOf(jobPages()[40]?.url ?? ''), '/jobs/nothing']) {
      await page.evaluate(`location.assign(${JSON.stringify(server.url + path)})`);
      await page.waitForURL(server.url + path);
      await page.locator('#served').waitFor();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      faults.push(...violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.target.join(' ')}`));
    }
  }
  expect(faults).toEqual([]);
});
