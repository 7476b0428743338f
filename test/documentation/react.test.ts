import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/server.ts';
import { examplesOf, readPage } from './examples.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const page = readPage('react.md');
const folder = temporaryFolder();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the types of the programs of docs/react.md fit', () => {
  const programs = examplesOf(page).filter(({ language }) => language === 'tsx');
  for (const [index, { code }] of programs.entries())
    writeFileSync(path.join(folder, `program-${index}.tsx`), code);
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const options = {
    extends: path.join(repository, 'packages/client/src/react/tsconfig.json'),
    // As in an application of Vite, which takes style sheets.
    compilerOptions: { types: ['vite/client'] },
    include: [`${folder}/*.tsx`],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const compiler = path.join(repository, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  expect(programs).toHaveLength(3);
  expect([stdout, status]).toEqual(['', 0]);
});
