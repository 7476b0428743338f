import { api } from '@rolecall/contract';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { deliveryRoutes } from './deliveries.routes.ts';

describeEachDatabase("the operator's list of deliveries", (open) => {
  const clock = new FakeClock();
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;
  let viewer: { readonly userId: string; readonly role: 'operator' };

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({
      database,
      clock,
      carrier: {
        concurrency: 1,
        urgentConcurrency: 1,
        send: async () => ({ result: 'contact_gone', detail: '550 5.1.1 no such user' }),
      },
    });
    viewer = { userId: await createPerson(database, { role: 'operator' }), role: 'operator' };
    for (const userId of await createPeople(database, 3)) {
      await database.transaction((tx) =>
        messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
      );
      clock.advance(1_000);
    }
    await messaging.worker.runDue();
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, deliveryRoutes({ database, deliveries: messaging.deliveries }));

  test('names whom a failed one was for and what the other side said, page by page', async () => {
    const first = await call(api.operator.listDeliveries, { viewer, query: { limit: 2 } });
    const rest = await call(api.operator.listDeliveries, {
      viewer,
      query: { limit: 2, cursor: first.next_cursor },
    });
    const all = [...first.items, ...rest.items];
    expect(all).toHaveLength(3);
    expect(all.map(({ created_at }) => created_at)).toEqual(
      all
        .map(({ created_at }) => created_at)
        .toSorted()
        .reverse(),
    );
    expect(all[0]).toMatchObject({
      kind: 'job_alert',
      channel: 'email',
      status: 'failed',
      reason: 'address_rejected',
      explanation: 'The mail server of the recipient does not know this address.',
      last_error: '550 5.1.1 no such user',
      recipient_email: expect.stringMatching(/@example\.org$/),
    });
  });

  test('sends one again on demand, and only a failed one', async () => {
    const { items } = await call(api.operator.listDeliveries, { viewer, query: {} });
    const params = { delivery_id: items[0]?.id };
    expect(await call(api.operator.retryDelivery, { viewer, params })).toMatchObject({
      status: 'pending',
      reason: 'requested_again',
      attempts: 0,
    });
    const story = await database.query
      .selectFrom('delivery_log')
      .select(['event', 'reason'])
      .where('delivery_id', '=', params.delivery_id ?? '')
      .orderBy('id')
      .execute();
    expect(story).toEqual([
      { event: 'attempt', reason: 'address_rejected' },
      { event: 'decision', reason: 'requested_again' },
    ]);
    await expect(call(api.operator.retryDelivery, { viewer, params })).rejects.toMatchObject({
      code: 'delivery_not_failed',
    });
    await expect(
      call(api.operator.retryDelivery, { viewer, params: { delivery_id: crypto.randomUUID() } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('refuses a cursor that is not its own', async () => {
    for (const cursor of ['WyIxIl0', 'WyJub3ciLCJ4Il0']) {
      await expect(call(api.operator.listDeliveries, { viewer, query: { cursor } })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });
});
