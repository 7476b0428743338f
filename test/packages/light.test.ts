import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

/** Loads a module where zod cannot be had, and prints the types of what it exports. */
const program = (module: string) => `
import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    if (name === 'zod') throw new Error(context.parentURL + ' wants zod');
    return next(name, context);
  },
});
const loaded = await import('${module}');
console.log(Object.keys(loaded).length);
`;

it.each(['@rolecall/client/notifications', '@rolecall/client/shared-worker', '@rolecall/contract/constants'])(
  '%s works without the library behind the schemas',
  (module) => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program(module)], {
      cwd: path.join(repository, 'web'),
      encoding: 'utf8',
    });
    expect(output).toMatch(/^\d+\n$/);
  },
);
