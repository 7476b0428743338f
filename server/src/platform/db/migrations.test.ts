import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/database.ts';
import { foldMigrations, type MigrationPart } from './index.ts';

const part = (name: string, ...statements: string[]): MigrationPart => ({ name, statements });

test('orders migrations by their names, whoever brings them', () => {
  const folded = foldMigrations([
    [part('0003_c'), part('0001_a')],
    [part('0002_b'), part('0001_a')],
  ]);
  expect(Object.keys(folded)).toEqual(['0001_a', '0002_b', '0003_c']);
});

test.each([
  ['a name without a number', [[part('web_push')]], "'web_push' is no name of a migration"],
  ['a name with other signs', [[part('0001_Web-Push')]], "'0001_Web-Push' is no name"],
  [
    'a name that comes twice from one feature',
    [[part('0001_a'), part('0001_a')]],
    'brings the migration 0001_a twice',
  ],
  ['a number that two names have', [[part('0001_a')], [part('0001_b')]], '0001_b has the number of another'],
  ['a gap', [[part('0001_a')], [part('0003_c')]], 'no migration has the number 2'],
  ['a first one that is missing', [[part('0002_b')]], 'no migration has the number 1'],
])('refuses %s', (_what, features, message) => {
  expect(() => foldMigrations(features)).toThrow(message);
});

test('allows a gap that is known, and nothing in it', () => {
  const unused = new Set([2]);
  expect(Object.keys(foldMigrations([[part('0001_a'), part('0003_c')]], unused))).toHaveLength(2);
  expect(() => foldMigrations([[part('0001_a'), part('0002_b')]], unused)).toThrow('one that is unused');
});

describeEachDatabase('a folded migration', (open) => {
  test('runs its parts by step, then in the order of the features, and each in its own order', async () => {
    const says = (word: string) => `insert into said (word) values ('${word}')`;
    const folded = foldMigrations([
      [
        {
          name: '0001_say',
          statements: [
            'create table said (place integer generated always as identity, word text)',
            says('a'),
          ],
        },
      ],
      [{ name: '0001_say', step: 1, statements: [says('d')] }],
      [part('0001_say', says('b'), says('c'))],
    ]);
    const database = await open();
    await database.administer(async (kysely) => folded['0001_say']?.up(kysely));
    const { rows } = await database.executeSql('select word from said order by place');
    expect(rows.map((row) => row['word'])).toEqual(['a', 'b', 'c', 'd']);
  });
});
