import { rmSync } from 'node:fs';
import { type Client, createClient } from '@rolecall/client';
import { api } from '@rolecall/contract';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everythingAtOnce, password, until } from '../support/people.ts';
import { runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';
import {
  bounceDomain,
  createDkimKeys,
  type DkimKeys,
  type MailBed,
  peopleDomain,
  senderDomain,
  startMailBed,
} from './support/mail-bed.ts';
import { mailAbout, readMailbox, type StoredMail } from './support/mailboxes.ts';
import { type PolicyServer, startPolicyServer } from './support/policy-server.ts';
import { missingForMail } from './support/programs.ts';

const missing = missingForMail();
const operator = { email: `op@${peopleDomain}`, password };
const openDkimKeys = createDkimKeys('opendkim');
const ownKeys = createDkimKeys('rolecall');

describe.skipIf(missing.length > 0)(
  `mails through Postfix, OpenDKIM and Dovecot${missing.length === 0 ? '' : ` (not run, there is no ${missing.join(', ')})`}`,
  () => {
    const dataDirectory = temporaryFolder();
    let policy: PolicyServer;
    let bed: MailBed;

    beforeAll(async () => {
      policy = await startPolicyServer();
      [bed] = await Promise.all([
        startMailBed({
          // Nobody has no mailbox.
          mailboxes: ['ada', 'bea', 'rob', 'ruth', 'later', 'blocked', 'patient', 'op'],
          openDkimKeys,
          knownKeys: [ownKeys],
          policyPort: policy.port,
        }),
        createOperator(dataDirectory),
      ]);
    });
    afterAll(async () => {
      await bed?.close();
      await policy?.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    });

    describe('signed by OpenDKIM', () => {
      const instance = useInstance(dataDirectory, () => ({
        SMTP_URL: `smtp://127.0.0.1:${bed.signingPort}`,
        ROLECALL_BOUNCE_DOMAIN: bounceDomain,
      }));

      test('an alert arrives signed, and its one click ends alerts but no password reset', async () => {
        await alertAndUnsubscribe(instance(), bed, { seeker: 'ada', recruiter: 'rob', keys: openDkimKeys });
      });
    });

    describe('signed by Rolecall', () => {
      const instance = useInstance(dataDirectory, () => ({
        ROLECALL_MAIL_PROVIDERS: `smtp://127.0.0.1:${bed.verifyingPort}?name=postfix`,
        ROLECALL_BOUNCE_DOMAIN: bounceDomain,
        ROLECALL_INBOUND_SMTP_PORT: String(bed.bouncePort),
        ROLECALL_INBOUND_SMTP_HOST: '127.0.0.1',
        ROLECALL_DKIM_DOMAIN: senderDomain,
        ROLECALL_DKIM_SELECTOR: ownKeys.selector,
        ROLECALL_DKIM_PRIVATE_KEY: ownKeys.privateKey,
      }));

      test('an alert arrives signed, and its one click ends alerts but no password reset', async () => {
        const alert = await alertAndUnsubscribe(instance(), bed, {
          seeker: 'bea',
          recruiter: 'ruth',
          keys: ownKeys,
        });
        const verdict = alert.mail.headers.find(({ key }) => key === 'authentication-results')?.value;
        expect(verdict).toMatch(/^mx\.people\.test;\s+dkim=pass/);
      });

      test('what bounces at a mailbox that is not there is suppressed', async () => {
        const { url } = instance();
        const suppressed = await suppressionsAsOperator(url);
        // Postfix takes the mail, and tells us when Dovecot has refused it.
        await signUp(url, 'nobody', 'job_seeker');
        const bounced = await until('the bounce to end in a suppression', async () =>
          (await suppressed()).find(({ address }) => address === addressOf('nobody')),
        );
        expect(bounced).toMatchObject({
          reason: 'hard_bounce',
          scope: 'all',
          status: '5.1.1',
          source: 'dsn',
        });
        expect(bed.log()).toMatch(/from=<b\+[^>]+@bounces\.rolecall\.test>/);
      });

      test('what is put off is tried again as the same mail, who refuses us is left alone, and neither is suppressed', async () => {
        const { url } = instance();
        const suppressed = await suppressionsAsOperator(url);
        const before = await suppressed();

        // Postfix has seen the whole mail when it puts it off.
        policy.answer(({ state, recipient }) =>
          state === 'END-OF-MESSAGE' && recipient === addressOf('later')
            ? '450 4.2.1 come back later'
            : undefined,
        );
        await signUp(url, 'later', 'job_seeker');
        await until(
          'the mail that is put off',
          async () => bed.log().includes('come back later') || undefined,
        );

        policy.answer(({ state, recipient }) =>
          state === 'RCPT' && recipient === addressOf('blocked')
            ? '550 5.7.1 your network is on our list'
            : undefined,
        );
        await signUp(url, 'blocked', 'job_seeker');
        await until('the breaker to open', async () => (await hasOpenBreaker(url)) || undefined);
        // Mails to others wait too, since the provider has refused us as the sender.
        await signUp(url, 'patient', 'job_seeker');
        expect(await suppressed()).toEqual(before);
        expect(await readMailbox(bed.imapPort, 'patient')).toEqual([]);

        policy.answer(() => undefined);
        const op = await signInAsOperator(url);
        await op.call(api.mailSending.closeBreaker, { params: { provider: 'postfix' } });
        const [{ mail }] = await Promise.all([
          mailAbout(bed.imapPort, 'later', /confirm/i, 60),
          mailAbout(bed.imapPort, 'blocked', /confirm/i, 60),
        ]);
        // Postfix has noted its Message-ID at each attempt.
        expect(bed.log().split(`message-id=${mail.messageId}`).length - 1).toBeGreaterThan(1);
        const copies = (await readMailbox(bed.imapPort, 'later')).filter(
          ({ mail: { messageId } }) => messageId === mail.messageId,
        );
        expect(copies).toHaveLength(1);
        expect(await suppressed()).toEqual(before);
      });
    });
  },
);

const addressOf = (name: string) => `${name}@${peopleDomain}`;

async function createOperator(dataDirectory: string): Promise<void> {
  const words = ['user', 'create', '--email', operator.email, '--name', 'Op', '--role', 'operator'];
  const { status, error } = await runCommand([...words, '--data-dir', dataDirectory], {
    input: operator.password,
  });
  expect(status, error).toBe(0);
}

/** Starts Rolecall before the tests of this block, and stops it after them. */
function useInstance(
  dataDirectory: string,
  environment: () => Readonly<Record<string, string>>,
): () => ServerProcess {
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    server = await startServer({
      dataDirectory,
      environment: { ROLECALL_MAIL_FROM: `Rolecall <jobs@${senderDomain}>`, ...environment() },
    });
  });
  afterAll(async () => {
    await server?.stop();
  });
  return () => {
    if (server === undefined) throw new Error('The server has not been started');
    return server;
  };
}

async function signUp(url: string, name: string, role: 'job_seeker' | 'recruiter'): Promise<Client> {
  const client = createClient({ baseUrl: url });
  const person = { email: addressOf(name), password, name, time_zone: 'Europe/Berlin' };
  await client.auth.signUp({
    body: role === 'recruiter' ? { ...person, role, company_name: `${name} Works` } : { ...person, role },
  });
  return client;
}

async function signInAsOperator(url: string): Promise<Client> {
  const client = createClient({ baseUrl: url });
  await client.auth.signIn({ body: operator });
  return client;
}

async function suppressionsAsOperator(url: string) {
  const op = await signInAsOperator(url);
  return async () => (await op.call(api.suppressions.list, { query: { limit: 100 } })).items;
}

async function hasOpenBreaker(url: string): Promise<boolean> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return /^rolecall_breaker_state\{[^}]*\} 2$/m.test(text);
}

/** From a sign-up to a mail that is read back, and from its one click to silence. Gives that mail. */
async function alertAndUnsubscribe(
  { url }: ServerProcess,
  bed: MailBed,
  { seeker, recruiter, keys }: { seeker: string; recruiter: string; keys: DkimKeys },
): Promise<StoredMail> {
  const person = await signUp(url, seeker, 'job_seeker');
  await person.me.updateProfile({
    body: { wanted_titles: ['Backend Engineer'], skills: ['TypeScript'], places: ['Berlin'] },
  });
  await everythingAtOnce(person);
  const boss = await signUp(url, recruiter, 'recruiter');
  for (const [name, client] of [
    [seeker, person],
    [recruiter, boss],
  ] as const) {
    const { mail } = await mailAbout(bed.imapPort, name, /confirm/i);
    const token = /verify-email\?token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    await client.auth.verifyEmail({ body: { token } });
    // The first proof of an address ends the sessions from before it.
    await client.auth.signIn({ body: { email: addressOf(name), password } });
  }
  // A seeker has a mailbox of the same domain, so that one of it proves nothing by itself.
  const op = await signInAsOperator(url);
  const { id } = await boss.companies.readOwn();
  await op.companies.confirm({ params: { company_id: id }, body: {} });
  const publish = (title: string) =>
    boss.jobs.create({
      body: { title, description: 'TypeScript all day.', places: ['Berlin'], skills: ['TypeScript'] },
    });

  await publish('First Backend Engineer');
  const alert = await mailAbout(bed.imapPort, seeker, /First Backend Engineer/);
  await expectSigned(alert.raw, keys);

  const header = (name: string) => alert.mail.headers.find(({ key }) => key === name)?.value ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const target = /<(http[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
  const answer = await fetch(target, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);

  await publish('Second Backend Engineer');
  await until('the second alert in the inbox', async () =>
    (await person.notifications.list({})).items.find(({ title }) =>
      title.includes('Second Backend Engineer'),
    ),
  );
  await person.auth.forgotPassword({ body: { email: addressOf(seeker) } });
  await mailAbout(bed.imapPort, seeker, /password/i);
  const subjects = (await readMailbox(bed.imapPort, seeker)).map(({ mail }) => mail.subject ?? '');
  expect(subjects.filter((subject) => subject.includes('Second'))).toEqual([]);
  return alert;
}

/** A verifier that is not ours says that the signature holds, and for which headers: changing one breaks it. */
async function expectSigned(raw: Buffer, { selector, record }: DkimKeys): Promise<void> {
  const verdictOf = async (mail: Buffer) => {
    const { results } = await dkimVerify(mail, {
      resolver: async (name: string) => {
        expect(name).toBe(`${selector}._domainkey.${senderDomain}`);
        return [[record]];
      },
    });
    return results.map(({ status, signingDomain }) => [signingDomain, status.result]);
  };
  expect(await verdictOf(raw)).toEqual([[senderDomain, 'pass']]);
  const text = raw.toString('latin1');
  for (const [from, to] of [
    ['List-Unsubscribe: <http', 'List-Unsubscribe: <https'],
    [
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Unsubscribe-Post: List-Unsubscribe=Two-Clicks',
    ],
    ['Feedback-ID: ', 'Feedback-ID: x'],
    ['List-Id: ', 'List-Id: x'],
    ['Subject: ', 'Subject: x'],
  ] as const) {
    const altered = text.replace(from, to);
    expect(altered, `there is no ${from}`).not.toBe(text);
    expect(await verdictOf(Buffer.from(altered, 'latin1')), from).toEqual([[senderDomain, 'fail']]);
  }
}
