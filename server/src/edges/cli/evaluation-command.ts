import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { readObjects } from '../../platform/evaluation/index.ts';
import type { CommandActions } from './actions.ts';
import type { Terminal } from './terminal.ts';

interface EvaluationParts {
  loadActions(): Promise<CommandActions>;
  readonly terminal: Terminal;
  readInput(): Promise<string>;
  exitWith(code: number): void;
}

/** Adds `eval`: it needs no database and changes nothing. */
export function addEvaluationCommand(
  program: Command,
  { loadActions, terminal, readInput, exitWith }: EvaluationParts,
): void {
  program
    .command('eval')
    .description('answer a set of JSON Lines with what the product would decide (docs/evaluation.md)')
    .argument('<name>', 'what is measured, such as `clusters`')
    .argument('[file]', 'the set; left out or `-`: the standard input')
    .action(async (rawName: unknown, rawFile: unknown) => {
      const name = z.string().parse(rawName);
      const file = z.string().default('-').parse(rawFile);
      const { evaluators } = await loadActions();
      const evaluator = evaluators.get(name);
      if (evaluator === undefined) {
        const names = [...evaluators.keys()].join(', ');
        terminal.error.write(`rolecall: there is no evaluation ${name}, but: ${names}\n`);
        exitWith(1);
        return;
      }
      const text = file === '-' ? await readInput() : await readFile(file, 'utf8');
      for (const answer of await evaluator.evaluate(readObjects(text))) {
        terminal.out.write(`${JSON.stringify(answer)}\n`);
      }
    });
}
