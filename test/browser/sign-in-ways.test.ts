import { AxeBuilder } from '@axe-core/playwright';
import { generateSync } from 'otplib';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type IdentityProvider,
  startIdentityProvider,
} from '../../server/src/testing/identity-provider/identity-provider.ts';
import { openBrowser, signIn, signOut, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { password } from '../support/people.ts';
import { freePort, runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';

/** Browsers make passkeys for `localhost`, and not for an address of numbers. */
let origin: string;
let server: ServerProcess;
let provider: IdentityProvider;
let browser: TestBrowser;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function providerFor(url: string): Promise<IdentityProvider> {
  return startIdentityProvider({ redirectUrls: [`${url}/sign-in/oidc`], signedOutUrls: [`${url}/sign-in`] });
}
const settingsOf = ({ issuer, clientId, clientSecret }: IdentityProvider) => ({
  ROLECALL_OIDC_ISSUER: issuer,
  ROLECALL_OIDC_CLIENT_ID: clientId,
  ROLECALL_OIDC_CLIENT_SECRET: clientSecret,
  ROLECALL_OIDC_NAME: 'Example ID',
});

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  provider = await providerFor(origin);
  server = await startServer({
    port,
    environment: {
      ROLECALL_PUBLIC_URL: origin,
      ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '200',
      ...settingsOf(provider),
    },
  });
  browser = await openBrowser(origin);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await provider.close();
});

const signedIn = (page: Page) => page.getByTestId('account-menu').waitFor();
const settings = (page: Page) => page.goto('/settings/account');

async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(standards);
  expect((await axe.analyze()).violations).toEqual([]);
}

/** Of an app whose clock is so many seconds ahead, since each code counts once. */
const codeOf = (secret: string, ahead = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead });

/** Turns the second factor on; gives the secret of the app and the recovery codes. */
async function setUpFactor(page: Page) {
  await settings(page);
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await page.getByTestId('qr-code').waitFor();
  const dialog = page.getByRole('dialog');
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await expectAccessible(page);
  await dialog.getByLabel('Code that the app shows now').fill('000000');
  await dialog.getByRole('button', { name: 'Confirm and turn on' }).click();
  await dialog.getByText('This is not the code').waitFor();
  await dialog.getByLabel('Code that the app shows now').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await dialog.getByTestId('recovery-codes').waitFor();
  const codes = await dialog.getByTestId('recovery-codes').getByRole('listitem').allTextContents();
  return { secret, codes };
}

describe('a second factor', () => {
  const email = 'ada@example.org';
  let page: Page;
  let secret: string;
  let codes: readonly string[];

  beforeAll(async () => {
    page = await browser.visit();
    await signUp(page, { name: 'Ada Seeker', email });
  });

  test('is set up with a QR code, and its recovery codes can be downloaded', async () => {
    ({ secret, codes } = await setUpFactor(page));
    expect(codes).toHaveLength(10);
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    const content = await (await download.createReadStream()).toArray();
    expect(Buffer.concat(content).toString()).toContain(codes.join('\n'));
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await toast(page, 'The second factor is on').waitFor();
    await page.getByText('10 recovery codes are left.').waitFor();
  });

  test('is asked for after the password; a wrong code is refused, a right one lets in', async () => {
    await signOut(page);
    await signIn(page, email);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Code').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('That is not right').waitFor();
    await page.getByLabel('Code').fill(codeOf(secret, 30));
    await page.keyboard.press('Enter');
    await signedIn(page);
  });

  test('whose app is lost is replaced by a recovery code, once', async () => {
    await signOut(page);
    await signIn(page, email);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[0]?.toLowerCase() ?? '');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await signedIn(page);
    await settings(page);
    await page.getByText('9 recovery codes are left.').waitFor();

    const thief = await browser.visit();
    await signIn(thief, email);
    await thief.getByRole('button', { name: 'Use a recovery code' }).click();
    await thief.getByLabel('Recovery code').fill(codes[0] ?? '');
    await thief.getByRole('button', { name: 'Confirm' }).click();
    await thief.getByRole('alert').getByText('That is not right').waitFor();
    await thief.getByRole('button', { name: 'Back' }).click();
    await thief.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    await thief.context().close();
  });

  test('is turned off after a fresh proof', async () => {
    await page.route(
      '**/api/v1/me/second-factor',
      (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'Prove again who you are',
            status: 403,
            code: 'reauthentication_required',
          },
        }),
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
    const dialog = page.getByRole('dialog', { name: 'Is it you?' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Password').fill('not my password');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText('This is not your password').waitFor();
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await toast(page, 'The second factor is off').waitFor();
    await signOut(page);
    await signIn(page, email);
    await signedIn(page);
    await page.context().close();
  });
});

describe('a passkey', () => {
  const email = 'grace@example.org';
  let page: Page;
  let devTools: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    page = await browser.visit();
    devTools = await page.context().newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    ({ authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
    await signUp(page, { name: 'Grace Seeker', email });
  });

  const byPasskey = () => page.getByRole('button', { name: 'Sign in with a passkey' }).click();

  test('is added, named and listed', async () => {
    await settings(page);
    await page.getByText('There are no passkeys.').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name', { exact: true }).last().fill('My laptop');
    await page.getByRole('button', { name: 'Go on' }).click();
    await toast(page, 'The passkey is added').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'My laptop' }).getByText('Never used').waitFor();
    await expectAccessible(page);
  });

  test('is not made twice on one device', async () => {
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('alert').getByText('has a passkey of your account already').waitFor();
    await page.keyboard.press('Escape');
  });

  test('signs in without a name or a password', async () => {
    await signOut(page);
    await page.goto('/sign-in');
    await expectAccessible(page);
    await byPasskey();
    await signedIn(page);
    await settings(page);
    await page.getByRole('listitem').filter({ hasText: 'My laptop' }).getByText('Last used').waitFor();
  });

  test('does not sign in somebody whom the device does not know, and does again when it does', async () => {
    await signOut(page);
    await page.goto('/sign-in');
    await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await byPasskey();
    await page.getByRole('alert').getByText('The passkey was not used').waitFor();
    await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await byPasskey();
    await signedIn(page);
  });

  test('takes the second step, too', async () => {
    await setUpFactor(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await signOut(page);
    await signIn(page, email);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await signedIn(page);
  });

  test('that is removed signs nobody in, and the password still does', async () => {
    await settings(page);
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
    await toast(page, 'The second factor is off').waitFor();
    await page.getByRole('button', { name: 'Remove My laptop' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await toast(page, 'The passkey is removed').waitFor();
    await signOut(page);
    await page.goto('/sign-in');
    await byPasskey();
    await page.getByRole('alert').getByText('This passkey is not known here').waitFor();
    await signIn(page, email);
    await signedIn(page);
    await page.context().close();
  });
});

describe('an identity provider', () => {
  let page: Page;
  const proceed = () => page.getByRole('button', { name: 'Continue with Example ID' }).click();

  beforeAll(async () => {
    page = await browser.visit();
  });

  test('signs in whoever it knows, and leads to where they wanted to go', async () => {
    provider.person = { sub: 'eve', email: 'eve@example.org', email_verified: true, name: 'Eve Staff' };
    await page.goto('/applications');
    await proceed();
    await page.waitForURL('**/applications');
    await signedIn(page);
    expect(await page.getByTestId('account-menu').getAttribute('aria-label')).toContain('Eve Staff');
  });

  test('is signed out of, too', async () => {
    await page.getByTestId('account-menu').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(`${provider.issuer}/session/end**`);
    await page.context().clearCookies();
    await page.goto('/applications');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  test('that refuses, or vouches for no address, is quoted in words, and a second try gets in', async () => {
    provider.person = null;
    await proceed();
    await page.getByRole('alert').getByText('The sign-in was cancelled at the provider').waitFor();
    await expectAccessible(page);
    expect(new URL(page.url()).search).toBe('');
    provider.person = { sub: 'mallory', email: 'mallory@example.org', email_verified: false };
    await page.getByRole('link', { name: 'Back to sign in' }).click();
    await proceed();
    await page.getByRole('alert').getByText('has not confirmed your e-mail address').waitFor();
    await page.context().clearCookies();
    provider.person = { sub: 'eve', email: 'eve@example.org', email_verified: true, name: 'Eve Staff' };
    await page.getByRole('link', { name: 'Back to sign in' }).click();
    await proceed();
    await signedIn(page);
    await page.context().close();
  });
});

test('where only the provider signs in, a link of the command line lets an operator in, once', async () => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = temporaryFolder();
  const only = await providerFor(url);
  const environment = { ROLECALL_PUBLIC_URL: url, ...settingsOf(only), ROLECALL_OIDC_ONLY: 'true' };
  const run = (...args: string[]) =>
    runCommand([...args, '--data-dir', folder], { environment, input: password });
  const person = ['--email', 'op@example.org', '--name', 'Olga Op', '--role', 'operator'];
  expect((await run('user', 'create', ...person)).status).toBe(0);
  const refused = await run('user', 'sign-in-link', '--email', 'nobody@example.org');
  expect(refused).toMatchObject({ status: 1, error: expect.stringContaining('the address of no operator') });
  const { out } = await run('user', 'sign-in-link', '--email', 'op@example.org');
  const instance = await startServer({ dataDirectory: folder, port, environment });
  const page = await browser.visit({ baseURL: url });
  try {
    await page.goto('/sign-in');
    await page.getByText('Everybody signs in here with Example ID.').waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
    await expectAccessible(page);
    const answer = await page.request.post('/api/v1/auth/sign-in', {
      data: { email: 'op@example.org', password },
    });
    expect(await answer.json()).toMatchObject({ status: 403, code: 'password_sign_in_off' });
    await page.goto(out.trim());
    await signedIn(page);
    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(out.trim());
    await page.getByRole('alert').getByText('This link is not valid any more').waitFor();
  } finally {
    await page.context().close();
    await instance.stop();
    await only.close();
  }
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
