import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ProgramParts } from './email-commands.ts';

const commonOptions = z.object({ dataDir: z.string().optional(), json: z.boolean().default(false) });

/** Adds `rates import`. */
export function addRatesCommand(program: Command, parts: Omit<ProgramParts, 'exitWith'>): void {
  const { words, loadActions, configure, print } = parts;
  const rates = program.command('rates').description(words.rates());
  parts
    .withCommonOptions(rates.command('import'))
    .description(words.rates_import())
    .argument('<file>')
    .action(async (file: unknown, raw: unknown) => {
      const options = commonOptions.parse(raw);
      const text = await readFile(z.string().min(1).parse(file), 'utf8');
      const taken = await (await loadActions()).importRates(await configure(options), text);
      const count = Object.keys(taken.per_euro).length;
      print(options.json, taken, words.rates_imported({ date: taken.date, count }));
    });
}
