import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseModule, readModules } from './modules.ts';
import { findViolations } from './rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('every arrow of the source points the right way', () => {
  const modules = readModules(root);
  expect(modules.length).toBeGreaterThan(0);
  expect(findViolations(modules)).toEqual([]);
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
      'only edges import routes',
    ],
    [
      'a feature imports its own jobs late',
      `${identity}/a.ts`,
      `await import('./user.jobs.ts');`,
      'only edges import routes',
    ],
    ['an action builds SQL', `${identity}/user.ts`, `import { sql } from 'kysely';`, 'only *.store.ts files'],
    [
      'an edge builds SQL',
      'server/src/edges/http/a.ts',
      `import { sql } from 'kysely';`,
      'only *.store.ts files',
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
      'an edge imports routes',
      'server/src/edges/http/a.ts',
      `import '../../features/identity/accounts/user.routes.ts';`,
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
      'the configuration reads the environment',
      'server/src/platform/config/a.ts',
      'export const a = process.env;',
    ],
  ])('%s', (_what, file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});
