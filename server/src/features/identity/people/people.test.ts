import { api } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPeopleSearch } from './index.ts';
import { peopleRoutes } from './people.routes.ts';

const viewer = { userId: uuidv7(), role: 'operator' } as const;

describeEachDatabase('people for operators', (open) => {
  let database: Database;
  const ids: string[] = [];

  beforeAll(async () => {
    database = await open();
    const people = [
      ['Ada Lovelace', 'ada@example.org'],
      ['Grace Brewster Hopper', 'grace_h@example.org'],
      ['Zoë Müller', 'zoe%x@example.org'],
    ] as const;
    for (const [name, email] of people) {
      const id = uuidv7();
      ids.push(id);
      await database.query
        .insertInto('users')
        .values({
          id,
          name,
          email,
          role: 'job_seeker',
          email_verified: true,
          created_at: new Date(),
          updated_at: new Date(),
        })
        .execute();
    }
  });

  const list = (query: Record<string, string>) =>
    callRoute(
      api.people.list,
      { viewer, query },
      peopleRoutes({ database, peopleSearch: createPeopleSearch() }),
    );

  test.each([
    ['ada', ['Ada Lovelace']],
    ['GRACE_H@', ['Grace Brewster Hopper']],
    ['hopper gr', ['Grace Brewster Hopper']],
    ['müller', ['Zoë Müller']],
    ['zoe%x', ['Zoë Müller']],
    ['z%', ['Zoë Müller']],
    ["o'; drop table users & |", []],
    ['!', ['Zoë Müller', 'Grace Brewster Hopper', 'Ada Lovelace']],
    ['', ['Zoë Müller', 'Grace Brewster Hopper', 'Ada Lovelace']],
  ])('are found by %j', async (q, names) => {
    expect((await list({ q })).items.map(({ name }) => name)).toEqual(names);
  });

  test('are found by role and state', async () => {
    const [first = ''] = ids;
    await database.query
      .updateTable('users')
      .set({ disabled_at: new Date(), disabled_reason: 'Fraud' })
      .where('id', '=', first)
      .execute();
    const names = async (query: Record<string, string>) => (await list(query)).items.map(({ name }) => name);
    expect(await names({ state: 'disabled' })).toEqual(['Ada Lovelace']);
    expect(await names({ state: 'enabled', role: 'job_seeker' })).toEqual([
      'Zoë Müller',
      'Grace Brewster Hopper',
    ]);
    expect(await names({ role: 'operator' })).toEqual([]);
    expect(await names({ state: 'unconfirmed' })).toEqual([]);
  });

  test('come page by page', async () => {
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.next_cursor ?? '' });
    expect([...first.items, ...second.items].map(({ user_id }) => user_id)).toEqual([...ids].reverse());
    expect(second.next_cursor).toBeNull();
    await expect(list({ cursor: 'WyJ4Il0' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('can be read one by one', async () => {
    const read = (userId: string) =>
      callRoute(
        api.people.read,
        { viewer, params: { user_id: userId } },
        peopleRoutes({ database, peopleSearch: createPeopleSearch() }),
      );
    expect(await read(ids[0] ?? '')).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.org' });
    await expect(read(uuidv7())).rejects.toMatchObject({ code: 'not_found' });
  });
});
