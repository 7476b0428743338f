import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { password } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

test('a guest is spoken to in the language of the browser', async () => {
  const page = await browser.visit({ locale: 'es-MX' });
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  expect(await languageOf(page)).toBe('es');
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await page.getByText('Escribe tu contraseña').waitFor();
  await page.getByLabel('Correo electrónico').fill('nadie@example.org');
  await page.getByLabel('Contraseña').fill('no es la contraseña');
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await page.getByRole('alert').getByText('La dirección de correo o la contraseña no es correcta').waitFor();

  // A language that Rolecall does not speak.
  const other = await browser.visit({ locale: 'it-IT' });
  await other.goto('/sign-in');
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await languageOf(other)).toBe('en');
});

test('a person keeps the language that they signed up in, until the profile says another one', async () => {
  const page = await browser.visit({ locale: 'de-AT' });
  await page.goto('/sign-up');
  await page.getByLabel('Dein Name').fill('Greta Grün');
  await page.getByLabel('E-Mail').fill('greta@example.org');
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByText('Willkommen, Greta Grün').waitFor();
  await page.waitForURL('**/settings/profile');
  await page.getByRole('link', { name: 'Bewerbungen' }).waitFor();

  await page.getByRole('heading', { name: 'Was du suchst' }).waitFor();
  await page.getByLabel('Sprache von E-Mails und Seiten').selectOption('fr');
  await page.getByRole('button', { name: 'Profil speichern' }).click();
  await page.getByRole('link', { name: 'Candidatures' }).waitFor();
  await page.getByRole('heading', { name: 'Ce que vous cherchez' }).waitFor();
  expect(await languageOf(page)).toBe('fr');
  // The next page begins in it, without another one before, and asks for no other.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole('link', { name: 'Candidatures' }).waitFor();
  const words = asked.flatMap((url) => /words-[a-z]+-([a-z]{2})-/.exec(url)?.[1] ?? []);
  expect(new Set(words)).toEqual(new Set(['fr']));

  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Anmelden' }).waitFor();
});

test('a page that is not there says so in the language of the reader', async () => {
  const page = await browser.visit({ locale: 'fr-FR' });
  await page.goto('/nulle-part');
  await page.locator('main [lang=fr]').getByRole('heading', { name: 'Page introuvable' }).waitFor();
  expect(browser.faults).toEqual([]);
});
