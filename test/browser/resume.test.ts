import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signUp, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-resume-'));
let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser(server.url);
  page = await browser.visit();
  await signUp(page, { name: 'Ada Seeker', email: 'ada@example.org' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const inProfile = () => page.getByRole('region', { name: 'Skills' }).getByText('In your profile');

test('a résumé is read, and its values are taken into the profile one by one, and back', async () => {
  const cv =
    'Ada Seeker\nProgrammer\nada@example.org\n\nSkills\n\nTypeScript, PostgreSQL\n\nExperience\n\nProgrammer\t2019 – present\nBabbage Ltd\tLondon\n';
  await page.goto('/resume');
  await page.getByText('No résumé yet').waitFor();
  await page.locator('input[type=file]').setInputFiles(fileOf('cv.txt', cv));
  await page.getByRole('region', { name: 'What a program sees' }).getByText('Babbage Ltd').waitFor();

  const accept = page.getByRole('button', { name: 'Take over TypeScript' });
  await accept.focus();
  await page.keyboard.press('Enter');
  await inProfile().waitFor();
  expect(await accept.count()).toBe(0);
  await page.getByRole('button', { name: 'Take back TypeScript' }).click();
  await accept.waitFor();
  expect(await inProfile().count()).toBe(0);
});

test('a file that is refused says why, and nothing is kept', async () => {
  await page
    .locator('input[type=file]')
    .setInputFiles(
      fileOf(
        'cv.pdf',
        '%PDF-1.7\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>\nendobj\nstartxref\n9\n%%EOF\n',
      ),
    );
  await page.getByRole('alert').getByText('scripts').waitFor();
  await page.reload();
  await page.getByText('cv.txt').waitFor();
  expect(await page.getByText('cv.pdf').count()).toBe(0);
});
