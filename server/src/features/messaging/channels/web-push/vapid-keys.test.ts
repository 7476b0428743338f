import { pino } from 'pino';
import { expect, it } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { isPublicKey } from './encryption.ts';
import { createVapidKeys } from './vapid-keys.ts';

const logger = pino({ level: 'silent' });
const secret = 'a secret of at least thirty-two characters';

describeEachDatabase('the key for push services', (open) => {
  it('is made once and shared by all processes, also when they start at once', async () => {
    const database = await open();
    const processes = Array.from({ length: 4 }, () =>
      createVapidKeys({ database, clock: new FakeClock(), logger, secret }),
    );
    const keys = await Promise.all(processes.map((one) => one.current()));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
    expect(isPublicKey(keys[0]?.publicKey ?? '')).toBe(true);
    const rows = await database.query.selectFrom('web_push_keys').selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  it('cannot be read out of a copy of the database', async () => {
    const database = await open();
    const { privateKey } = await createVapidKeys({
      database,
      clock: new FakeClock(),
      logger,
      secret,
    }).current();
    const { d = '' } = await crypto.subtle.exportKey('jwk', privateKey);
    const [row] = await database.query.selectFrom('web_push_keys').selectAll().execute();
    expect(d).not.toBe('');
    expect(JSON.stringify(row)).not.toContain(d);
  });

  it('is made anew when the secret of the instance has changed', async () => {
    const database = await open();
    const clock = new FakeClock();
    const first = await createVapidKeys({ database, clock, logger, secret }).current();
    clock.advance(1_000);
    const other = { database, clock, logger, secret: 'another secret of thirty-two characters' };
    const second = await createVapidKeys(other).current();
    expect(second.publicKey).not.toBe(first.publicKey);
    expect((await createVapidKeys(other).current()).id).toBe(second.id);
  });
});
