import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/platform/db/index.ts';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { createAudience } from '../../server/src/testing/messaging/broadcasts.ts';
import { openBrowser, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const hasPostgres = (await postgresTestUrl()) !== undefined;

// It takes many people for a broadcast to be on its way for a while.
describe.runIf(hasPostgres)('a broadcast to very many people', () => {
  let database: { url: string; drop(): Promise<void> };
  let server: ServerProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    database = await createEmptyPostgres();
    server = await startServer({ databaseUrl: database.url, args: ['--demo'] });
    browser = await openBrowser(server.url);
    const tables = await openDatabase(
      { kind: 'postgres', url: database.url, poolSize: 1 },
      pino({ level: 'silent' }),
    );
    await createAudience(tables, 60_000, { role: 'recruiter' });
    await tables.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.kill();
    await database.drop();
  });

  test('is followed while it runs, paused, resumed and stopped', async () => {
    const page = await browser.visit();
    await signInAsDemo(page, 'operator');
    await page.goto('/operator/broadcasts/new');
    await page.getByLabel('Title').fill('News for those who hire');
    await page.getByLabel('Message').fill('Applicants can be sorted.');
    await page.getByRole('radio', { name: 'Everybody of a role' }).check();
    await page.getByLabel('Role', { exact: true }).selectOption('Recruiters');
    await page.getByText(/^60,00\d people$/).waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('button', { name: 'Start now' }).click();
    const dialog = page.getByRole('alertdialog', { name: /^Tell 60,00\d people\?$/ });
    await dialog.getByRole('button', { name: 'Start now' }).click();

    const progress = page.getByTestId('broadcast-progress');
    await progress.getByText(/a second/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    const shown = async () => Number(/^[\d,]+/.exec(await progress.innerText())?.[0].replaceAll(',', ''));
    const paused = await shown();
    expect(paused).toBeGreaterThan(0);
    expect(paused).toBeLessThan(60_000);
    await page.reload();
    await progress.waitFor();
    expect(await shown()).toBe(paused);

    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Running', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped', { exact: true }).first().waitFor();
    expect(await shown()).toBeLessThan(60_000);
    expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0);
    expect(browser.faults).toEqual([]);
  });
});
