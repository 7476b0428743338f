import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTickets, type Tickets } from './tickets.ts';

describeEachDatabase('tickets', (open) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let tickets: Tickets;

  beforeAll(async () => {
    database = await open();
    clock = new FakeClock();
    tickets = createTickets({ database, clock });
  });

  async function person() {
    const now = clock.now();
    const userId = uuidv7();
    const sessionId = uuidv7();
    await database.query
      .insertInto('users')
      .values({
        id: userId,
        name: 'Ada',
        email: `${userId}@example.org`,
        email_verified: true,
        role: 'recruiter',
        created_at: now,
        updated_at: now,
      })
      .execute();
    await database.query
      .insertInto('sessions')
      .values({
        id: sessionId,
        user_id: userId,
        token_hash: createHash('sha256').update(sessionId).digest(),
        created_at: now,
        refreshed_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
      })
      .execute();
    return { userId, sessionId, role: 'recruiter' as const };
  }

  it('open one socket for whoever asked, for as long as an access token would', async () => {
    const viewer = await person();
    const { ticket, expiresAt } = await tickets.issue(database.query, viewer);
    expect(expiresAt.getTime() - clock.now().getTime()).toBe(30_000);
    const grant = await tickets.redeem(ticket);
    expect(grant?.viewer).toEqual(viewer);
    expect(grant?.expiresAt.getTime()).toBe(clock.now().getTime() + 15 * 60_000);
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('work once even when they are used twice at the same moment', async () => {
    const { ticket } = await tickets.issue(database.query, await person());
    const grants = await Promise.all([
      tickets.redeem(ticket),
      tickets.redeem(ticket),
      tickets.redeem(ticket),
    ]);
    expect(grants.filter((grant) => grant !== null)).toHaveLength(1);
  });

  it('expire after 30 seconds', async () => {
    const { ticket } = await tickets.issue(database.query, await person());
    clock.advance(30_000);
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('end with their session', async () => {
    const viewer = await person();
    const { ticket } = await tickets.issue(database.query, viewer);
    await database.query.deleteFrom('sessions').where('id', '=', viewer.sessionId).execute();
    expect(await tickets.redeem(ticket)).toBeNull();
  });

  it('are given to API keys as well, which have no session', async () => {
    const viewer = { ...(await person()), sessionId: null };
    const { ticket } = await tickets.issue(database.query, viewer);
    expect((await tickets.redeem(ticket))?.viewer).toEqual(viewer);
  });

  it('leave nothing behind once they have expired', async () => {
    const viewer = await person();
    const { ticket } = await tickets.issue(database.query, viewer);
    clock.advance(60_000);
    await tickets.issue(database.query, viewer);
    const stored = await database.query
      .selectFrom('realtime_tickets')
      .select(['hash', 'expires_at'])
      .execute();
    expect(stored.every(({ expires_at }) => expires_at > clock.now())).toBe(true);
    expect(stored.some(({ hash }) => Buffer.from(hash).includes(ticket))).toBe(false);
  });
});
