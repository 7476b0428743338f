import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCircles } from './circles.ts';
import { parseModule, readModules } from './modules.ts';
import { findViolations } from './rules.ts';
import { findTableViolations } from './tables.ts';

const root = path.resolve(import.meta.dirname, '../..');

const modules = readModules(root);

it('every arrow of the source points the right way', () => {
  expect(modules.length).toBeGreaterThan(0);
  expect(findViolations(modules)).toEqual([]);
});

it('only the owner of a table names it', () => {
  expect(findTableViolations(modules)).toEqual([]);
});

it('no files import each other in a circle', () => {
  expect(findCircles(modules)).toEqual([]);
});

const violations = (file: string, source: string) => findViolations([parseModule(file, source)]);
const identity = 'server/src/features/identity/accounts';
const catalog = 'server/src/features/catalog/jobs';

describe('a violation is found when', () => {
  it.each([
    [
      'platform knows a feature',
      'server/src/platform/queue/a.ts',
      `import '../../features/identity/index.ts';`,
      'platform must not know features',
    ],
    [
      'platform knows an edge',
      'server/src/platform/queue/a.ts',
      `export { a } from '../../edges/http/a.ts';`,
      'platform must not know edges',
    ],
    [
      'a feature knows an edge',
      `${catalog}/a.ts`,
      `import type { A } from '../../../edges/http/a.ts';`,
      'features must not know edges',
    ],
    [
      'a feature knows the root',
      `${catalog}/a.ts`,
      `import '../../../composition/a.ts';`,
      'features must not know composition',
    ],
    [
      'a feature knows one above it',
      `${identity}/a.ts`,
      `import { job } from '../../catalog/jobs/index.ts';`,
      'identity must not know catalog',
    ],
    [
      'the delivery engine knows mail',
      'server/src/features/messaging/deliveries/a.ts',
      `import { blockOf } from '../../mail/suppressions/index.ts';`,
      'messaging reaches mail through the e-mail channel only',
    ],
    [
      'a feature looks into its neighbour',
      `${catalog}/a.ts`,
      `import { rank } from '../search/rank.ts';`,
      'through its index.ts only',
    ],
    [
      'a feature looks into another',
      `${catalog}/a.ts`,
      `import { find } from '../../identity/accounts/user.ts';`,
      'through its index.ts only',
    ],
    [
      'an edge looks into a feature',
      'server/src/edges/http/a.ts',
      `import '../../features/identity/accounts/user.ts';`,
      'through its index.ts only',
    ],
    [
      'a feature imports its own routes',
      `${identity}/index.ts`,
      `export * from './user.routes.ts';`,
      'only the module of a feature imports its routes',
    ],
    [
      'a feature imports its own jobs late',
      `${identity}/a.ts`,
      `await import('./user.jobs.ts');`,
      'only the module of a feature imports its routes',
    ],
    [
      'a feature imports its own module',
      `${identity}/index.ts`,
      `export { accountsModule } from './module.ts';`,
      'only composition imports modules',
    ],
    ['an action builds SQL', `${identity}/user.ts`, `import { sql } from 'kysely';`, 'only *.store.ts files'],
    [
      'an edge builds SQL',
      'server/src/edges/http/a.ts',
      `import { sql } from 'kysely';`,
      'only *.store.ts files',
    ],
    [
      'a feature calculates with zones by itself',
      `${catalog}/a.ts`,
      `import { Temporal } from 'temporal-polyfill';`,
      'only platform/time',
    ],
    [
      'what ships imports testing',
      `${identity}/user.ts`,
      `import '../../../testing/clock.ts';`,
      'must not import testing',
    ],
    [
      'contract imports a library',
      'packages/contract/src/a.ts',
      `import { v4 } from 'uuid';`,
      'nothing but zod',
    ],
    ['contract imports Node.js', 'packages/contract/src/a.ts', `import 'node:fs';`, 'nothing but zod'],
    [
      'client imports a library',
      'packages/client/src/a.ts',
      `import { z } from 'zod';`,
      'nothing but contract',
    ],
    [
      'client imports React in its core',
      'packages/client/src/a.ts',
      `import 'react';`,
      'nothing but contract',
    ],
    [
      'web imports the server',
      'web/src/a.tsx',
      `import '../../server/src/platform/clock/index.ts';`,
      'contract and client only',
    ],
    [
      'web loads what writes the OpenAPI document',
      'web/src/a.tsx',
      `import '@rolecall/contract/openapi';`,
      'not for browsers',
    ],
    ['web imports Node.js', 'web/src/a.tsx', `import 'node:fs';`, 'contract and client only'],
    [
      'a package is reached by its files',
      `${identity}/a.ts`,
      `import '../../../../../packages/contract/src/a.ts';`,
      'imported by its name',
    ],
    [
      'a feature reads the environment',
      `${identity}/a.ts`,
      `export const a = process.env['PORT'];`,
      'only platform/config',
    ],
    [
      'a feature imports the environment',
      `${identity}/a.ts`,
      `import { env } from 'node:process';`,
      'only platform/config',
    ],
    ['an import is computed', `${identity}/a.ts`, `await import(name);`, 'must name what it imports'],
    ['a folder belongs to no layer', 'server/src/helpers/a.ts', '', 'belongs to no layer'],
    ['a group is not one of the five', 'server/src/features/misc/a.ts', '', 'no group misc'],
  ])('%s', (_what, file, source, wrong) => {
    expect(violations(file, source)).toEqual([expect.stringContaining(wrong)]);
  });
});

describe('nothing is wrong when', () => {
  it.each([
    [
      'the composition root sees everything',
      'server/src/main.ts',
      `import './features/identity/accounts/user.store.ts';`,
    ],
    [
      'a module imports the routes of its feature and what a module is',
      `${identity}/module.ts`,
      `import './user.routes.ts'; import { defineModule } from '../../../composition/module.ts';`,
    ],
    [
      'a feature imports one below it',
      `${catalog}/a.ts`,
      `import { a } from '../../identity/accounts/index.ts';`,
    ],
    ['a feature imports its neighbour', `${catalog}/a.ts`, `import { a } from '../search/index.ts';`],
    ['a feature is split into folders', `${catalog}/lever/a.ts`, `import '../pay.ts';`],
    ['a store builds SQL', `${identity}/user.store.ts`, `import { sql } from 'kysely';`],
    [
      'a test imports routes and factories',
      `${identity}/a.routes.test.ts`,
      `import './a.routes.ts'; import '../../../testing/clock.ts';`,
    ],
    [
      'the client has a part for React',
      'packages/client/src/react/a.tsx',
      `import { useState } from 'react';`,
    ],
    ['web imports client and libraries', 'web/src/a.tsx', `import '@rolecall/client/react'; import 'react';`],
    [
      'a feature of the contract is imported by its name',
      'web/src/a.tsx',
      `import '@rolecall/contract/jobs';`,
    ],
    [
      'the configuration reads the environment',
      'server/src/platform/config/a.ts',
      'export const a = process.env;',
    ],
  ])('%s', (_what, file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});

describe('a table of another is found when a store', () => {
  const owners = [
    parseModule(
      `${catalog}/tables.ts`,
      `declare module 'x' { interface Schema { jobs: JobTable } interface PublishedViews { open_jobs: OpenJob } }`,
    ),
    parseModule(`${identity}/tables.ts`, `declare module 'x' { interface Schema { users: UserTable } }`),
  ];
  const found = (file: string, source: string) => findTableViolations([...owners, parseModule(file, source)]);
  const names = (source: string) => found(`${identity}/user.store.ts`, source);

  it.each([
    ['selects from it', `tx.selectFrom('jobs').selectAll()`],
    ['selects from it by another name', `tx.selectFrom('jobs as job')`],
    ['selects from several', `tx.selectFrom(['users', 'jobs'])`],
    ['writes it', `tx.insertInto('jobs').values(row)`],
    ['changes it', `tx.updateTable('jobs').set(change)`],
    ['deletes from it', `tx.deleteFrom('jobs')`],
    ['joins it', `tx.selectFrom('users').innerJoin('jobs', 'jobs.posted_by', 'users.id')`],
    ['joins it on the left', `tx.selectFrom('users').leftJoin('jobs as job', 'job.posted_by', 'users.id')`],
    ['uses it', `tx.deleteFrom('users').using('jobs')`],
    ['selects from it in SQL', 'sql`select id from jobs where id = 1`'],
    ['selects from it behind a comma', 'sql`select 1 from users u, jobs where u.id = posted_by`'],
    ['joins it in SQL', 'sql`select 1 from users join jobs on true`'],
    ['joins it behind another', 'sql`select 1 from users u left join lateral x on true join jobs j on true`'],
    ['writes it in SQL', 'sql`INSERT INTO jobs (id) VALUES (1)`'],
    ['changes it in SQL', 'sql`update jobs set title = null`'],
    ['deletes from it in SQL', 'sql`delete from users using jobs where true`'],
    ['empties it', 'sql`truncate jobs`'],
    ['puts it together', `sql.table('jobs')`],
    ['has a part of a statement', `const from = 'from jobs'`],
    ['exports its rows', `tableData({ name: 'postings', table: 'jobs', erase: 'row' })`],
  ])('%s', (_what, source) => {
    expect(names(source)).toEqual([`${identity}/user.store.ts names jobs, which catalog/jobs owns`]);
  });

  it('migrates it', () => {
    const wrong = [`${identity}/migrations.ts names jobs, which catalog/jobs owns`];
    for (const statement of ['alter table jobs add a text', 'create index a on jobs (id)', 'drop table jobs'])
      expect(found(`${identity}/migrations.ts`, `export const a = ['${statement}'];`)).toEqual(wrong);
  });

  it('declares it', () => {
    const twice = `declare module 'x' { interface Schema { jobs: Other } }`;
    expect(found('server/src/features/catalog/search/tables.ts', twice)).toEqual([
      'server/src/features/catalog/search/tables.ts declares jobs, which catalog/jobs owns',
    ]);
  });

  it.each([
    ['names its own', `tx.selectFrom('users')`],
    ['reads a view that was published', 'sql`select id from open_jobs`'],
    ['names a subquery', 'sql`with found as (select 1) select * from found`'],
    ['has a column of the name of a table', 'sql`select jobs from users where users.jobs > 0`'],
    ['speaks of it in a comment', 'sql`select 1 -- taken from jobs\n`'],
  ])('but not when it %s', (_what, source) => {
    expect(names(source)).toEqual([]);
  });

  it('and a table of the platform belongs to its part', () => {
    const declared = parseModule(
      'server/src/platform/db/schema.ts',
      'export interface Schema { values: Row }',
    );
    const asks = (file: string) =>
      findTableViolations([declared, parseModule(file, `tx.selectFrom('values')`)]);
    expect(asks('server/src/platform/db/values.store.ts')).toEqual([]);
    expect(asks('server/src/platform/queue/a.store.ts')).toEqual([
      'server/src/platform/queue/a.store.ts names values, which platform/db owns',
    ]);
  });
});

describe('a circle is found', () => {
  const circles = (sources: Readonly<Record<string, string>>) =>
    findCircles(
      Object.entries(sources).map(([name, source]) => parseModule(`${catalog}/${name}.ts`, source)),
    );

  it('of two files, of which one needs no more than a type', () => {
    expect(circles({ a: `import './b.ts';`, b: `import type { A } from './a.ts';` })).toEqual([
      [`${catalog}/a.ts`, `${catalog}/b.ts`],
    ]);
  });

  it('around corners, through what is exported again', () => {
    const sources = { a: `export * from './b.ts';`, b: `import './c.ts';`, c: `import './a.ts';` };
    expect(circles({ ...sources, d: `import './a.ts';` })).toHaveLength(1);
  });

  it('of two that have nothing to do with each other', () => {
    const one = { a: `import './b.ts';`, b: `import './a.ts'; import './c.ts';` };
    expect(circles({ ...one, c: `import './d.ts';`, d: `import './c.ts';` })).toHaveLength(2);
  });

  it('nowhere when two paths lead to the same file', () => {
    expect(
      circles({
        a: `import './b.ts'; import './c.ts';`,
        b: `import './d.ts';`,
        c: `import './d.ts';`,
        d: '',
      }),
    ).toEqual([]);
  });
});
