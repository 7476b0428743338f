import { type Client, createClient } from '@rolecall/client';
import type { Notification, ProfileUpdate } from '@rolecall/contract';

export const password = 'correct horse battery';

/** Somebody who is signed in, with the client that acts for them. */
export interface Person {
  readonly client: Client;
  readonly id: string;
  readonly email: string;
}

let made = 0;

async function signUp(url: string, name: string, extra: { companyName?: string }): Promise<Person> {
  made += 1;
  const client = createClient({ baseUrl: url });
  const { companyName } = extra;
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}.${made}@example.org`;
  const session = await client.auth.signUp({
    body: {
      email,
      password,
      name,
      time_zone: 'Europe/Berlin',
      ...(companyName === undefined
        ? { role: 'job_seeker' as const }
        : { role: 'recruiter' as const, company_name: companyName }),
    },
  });
  return { client, id: session.account.id, email };
}

export async function signUpSeeker(url: string, name: string, profile: ProfileUpdate = {}): Promise<Person> {
  const person = await signUp(url, name, {});
  await person.client.me.updateProfile({ body: profile });
  await everythingAtOnce(person.client);
  return person;
}

/** Lets a job seeker hear of everything when it happens, not as newcomers do. */
export async function everythingAtOnce(client: Client): Promise<void> {
  await client.preferences.update({
    body: {
      categories: [
        { category: 'jobs', frequency: 'immediate' },
        { category: 'career', frequency: 'immediate' },
      ],
      caps: { per_day: null },
    },
  });
}

/** A recruiter with a confirmed address, whose company has proven its domain by it. */
export async function signUpRecruiter(url: string, name: string, companyName: string): Promise<Person> {
  const person = await signUp(url, name, { companyName });
  await confirmAddress(person);
  await person.client.companies.proveByMail({ body: { address: person.email } });
  return person;
}

/** Confirms the address by the link of the mail, as the person would. */
export async function confirmAddress(person: Person): Promise<void> {
  const mail = await waitForMail(person, /confirm/i);
  const token = /verify-email\?token=([\w.-]+)/.exec(mail.text ?? '')?.[1];
  if (token === undefined) throw new Error(`There is no link in the mail:\n${mail.text}`);
  await person.client.auth.verifyEmail({ body: { token } });
  // The first proof of an address ends all sessions that were begun before it.
  await person.client.auth.signIn({ body: { email: person.email, password } });
}

/** Waits until a mail with such a subject lies in the built-in mailbox. */
export async function waitForMail(person: Person, subject: RegExp) {
  return until(`a mail about ${subject} to ${person.email}`, async () => {
    const { items } = await person.client.mailbox.list({ query: { to: person.email, limit: 100 } });
    const found = items.find((item) => subject.test(item.subject));
    return found === undefined ? undefined : person.client.mailbox.read({ params: { mail_id: found.id } });
  });
}

/** Asks until there is an answer: across processes there is no event to wait for. */
export async function until<Found>(
  what: string,
  ask: () => Promise<Found | undefined>,
  seconds = 30,
): Promise<Found> {
  const deadline = Date.now() + seconds * 1_000;
  while (Date.now() < deadline) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Waited ${seconds} seconds for ${what}`);
}

/** Opens a socket and keeps what it brings; `next` waits for a notification of a kind that was not asked for yet. */
export async function listen(person: Person) {
  const socket = person.client.notifications.connect();
  const waiting: { kind: string; resolve: (notification: Notification) => void }[] = [];
  const received: Notification[] = [];
  const connected = new Promise<void>((resolve) => {
    socket.on('status', (status) => {
      if (status.state === 'live') resolve();
    });
  });
  socket.on('notification', (notification) => {
    const index = waiting.findIndex(({ kind }) => kind === notification.kind);
    if (index === -1) received.push(notification);
    else waiting.splice(index, 1)[0]?.resolve(notification);
  });
  await connected;
  return {
    next(kind: Notification['kind']): Promise<Notification> {
      const index = received.findIndex((notification) => notification.kind === kind);
      const [found] = index === -1 ? [] : received.splice(index, 1);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve) => {
        waiting.push({ kind, resolve });
      });
    },
    close: () => socket.close(),
  };
}
