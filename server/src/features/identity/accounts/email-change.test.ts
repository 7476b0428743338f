import { api } from '@rolecall/contract';
import { beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../../platform/http/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { commandLine } from '../audit/index.ts';
import { emailChangeRoutes } from './email-change.routes.ts';
import { type ChangeLink, createChangeTokens } from './email-change-tokens.ts';

const day = 86_400_000;
const secret = 'a secret of at least thirty-two characters';
const tokens = createChangeTokens(secret);
const newPassword = 'a much better password';

describeEachDatabase('a change of address', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database, { secret });
  });

  const emailOf = async (userId: string) => (await identity.accounts.read(database.query, userId)).email;

  async function signIn(email: string, password = testPassword): Promise<Viewer> {
    const { accessToken } = await identity.accounts.signIn(email, password);
    const viewer = await identity.accounts.authenticate(accessToken.token);
    if (viewer === null) throw new Error('the token does not hold');
    return viewer;
  }

  async function person() {
    const userId = await identity.createUser();
    const from = await emailOf(userId);
    return { userId, from, viewer: await signIn(from) };
  }

  const routes = () => emailChangeRoutes({ database, ...identity });
  const request = (viewer: Viewer, email: string) =>
    callRoute(api.me.requestEmailChange, { viewer, body: { email } }, routes());
  const confirm = (viewer: Viewer, token: string) =>
    callRoute(api.me.confirmEmailChange, { viewer, body: { token } }, routes());
  const pending = async (viewer: Viewer) =>
    (await callRoute(api.me.readEmailChange, { viewer }, routes())).pending?.email;
  const undo = (token: string, password = newPassword) => identity.accounts.emailChange.undo(token, password);
  /** The link of the newest mail of this kind. */
  const link = (mail: 'confirm' | 'requested' | 'confirmed'): string => {
    const found = identity.changeMails.findLast((one) => one.mail === mail);
    const of: ChangeLink = mail === 'confirm' ? 'confirm' : 'undo';
    return tokens.write(found?.changeId ?? '', of);
  };
  const tokenInvalid = { code: 'token_invalid' };

  it('is told to both sides, confirmed by the new one, and undone by the old one with a new password', async () => {
    const { userId, from, viewer } = await person();
    const to = uniqueEmail();
    const moved: string[] = [];
    identity.accounts.emailChange.changed.on(async (_tx, change) => {
      if (change.userId === userId) moved.push(`${change.from} ${change.to}`);
    });
    await request(viewer, to);
    expect(identity.changeMails.slice(-2).map(({ mail }) => mail)).toEqual(['requested', 'confirm']);
    expect([await emailOf(userId), await pending(viewer)]).toEqual([from, to]);
    await expect(confirm(viewer, link('requested'))).rejects.toMatchObject(tokenInvalid);

    await confirm(viewer, link('confirm'));
    expect([await emailOf(userId), await pending(viewer)]).toEqual([to, undefined]);
    expect(identity.changeMails.at(-1)?.mail).toBe('confirmed');
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject(tokenInvalid);
    await expect(signIn(from)).rejects.toMatchObject({ code: 'invalid_credentials' });
    await signIn(to);

    identity.clock.advance(6 * day);
    await expect(undo(link('confirmed'), '1234567890')).rejects.toMatchObject({ code: 'password_guessable' });
    const ended: string[] = [];
    identity.accounts.accessEnded.on(async (_tx, end) => {
      if (end.userId === userId) ended.push(end.because);
    });
    await undo(link('confirmed'));
    expect(ended).toContain('change_undone');
    expect(await emailOf(userId)).toBe(from);
    expect(await identity.sessions.list(database.query, userId)).toEqual([]);
    await expect(signIn(from)).rejects.toMatchObject({ code: 'invalid_credentials' });
    await signIn(from, newPassword);
    await expect(undo(link('confirmed'))).rejects.toMatchObject(tokenInvalid);
    expect(moved).toEqual([`${from} ${to}`, `${to} ${from}`]);
  });

  it('is stopped by the old address before it is confirmed, too', async () => {
    const { userId, from, viewer } = await person();
    await request(viewer, uniqueEmail());
    await undo(link('requested'));
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject(tokenInvalid);
    expect(await emailOf(userId)).toBe(from);
    await signIn(from, newPassword);
  });

  it('needs the session of whoever asked for it', async () => {
    const asked = await person();
    const victim = await person();
    await request(asked.viewer, uniqueEmail());
    await expect(confirm(victim.viewer, link('confirm'))).rejects.toMatchObject(tokenInvalid);
  });

  it('tells nobody that an address is taken, and takes none', async () => {
    const { viewer } = await person();
    const other = await person();
    await request(viewer, other.from);
    expect(await pending(viewer)).toBe(other.from);
    // Whoever gets here reads the address.
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject({ code: 'email_taken' });

    const wanted = uniqueEmail();
    await request(viewer, wanted);
    await identity.accounts.signUp({
      ...{ email: wanted, password: testPassword, name: 'Eve', role: 'job_seeker' },
      ...{ time_zone: 'UTC', locale: 'en' },
    });
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject({ code: 'email_taken' });
  });

  it('keeps the old address free while it can be undone, also through further changes', async () => {
    const { userId, from, viewer } = await person();
    await request(viewer, uniqueEmail());
    await confirm(viewer, link('confirm'));
    const undoFirst = link('confirmed');
    const taken = identity.accounts.signUp({
      ...{ email: from, password: testPassword, name: 'Eve', role: 'job_seeker' },
      ...{ time_zone: 'UTC', locale: 'en' },
    });
    await expect(taken).rejects.toMatchObject({ code: 'email_taken' });

    await request(viewer, uniqueEmail());
    await confirm(viewer, link('confirm'));
    const undoSecond = link('confirmed');
    await undo(undoFirst);
    expect(await emailOf(userId)).toBe(from);
    await expect(undo(undoSecond)).rejects.toMatchObject(tokenInvalid);
  });

  it('is the last one that was asked for, also when two are asked for at once', async () => {
    const { viewer } = await person();
    await Promise.all([request(viewer, uniqueEmail()), request(viewer, uniqueEmail())]);
    const first = link('confirm');
    const last = uniqueEmail();
    await request(viewer, last);
    await expect(confirm(viewer, first)).rejects.toMatchObject(tokenInvalid);
    expect(await pending(viewer)).toBe(last);
    await callRoute(api.me.cancelEmailChange, { viewer }, routes());
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject(tokenInvalid);
    await request(viewer, uniqueEmail());
    await request(viewer, uniqueEmail());
    await expect(request(viewer, uniqueEmail())).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('has its time: a day to confirm, a week to undo, and a fresh proof to ask', async () => {
    const { userId, from, viewer } = await person();
    await request(viewer, uniqueEmail());
    identity.clock.advance(day + 1);
    await expect(confirm(viewer, link('confirm'))).rejects.toMatchObject(tokenInvalid);
    await expect(request(viewer, uniqueEmail())).rejects.toMatchObject({ code: 'reauthentication_required' });
    const again = await signIn(from);
    await request(again, uniqueEmail());
    await confirm(again, link('confirm'));
    identity.clock.advance(7 * day);
    await expect(undo(link('confirmed'))).rejects.toMatchObject(tokenInvalid);
    await database.transaction((tx) =>
      identity.accounts.administration.disable(tx, commandLine, userId, 'Fraud'),
    );
  });
});
