import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { readObjects } from '../../platform/evaluation/index.ts';
import type { CommandActions } from './actions.ts';
import type { CliWords } from './cli.messages.ts';
import type { Terminal } from './terminal.ts';

interface EvaluationParts {
  readonly words: CliWords;
  loadActions(): Promise<CommandActions>;
  readonly terminal: Terminal;
  readInput(): Promise<string>;
  exitWith(code: number): void;
}

/** Adds `eval`: it needs no database and changes nothing. */
export function addEvaluationCommand(
  program: Command,
  { words, loadActions, terminal, readInput, exitWith }: EvaluationParts,
): void {
  program
    .command('eval')
    .description(words.eval())
    .argument('<name>', words.eval_name())
    .argument('[file]', words.eval_file())
    .option('--candidates <file>', words.eval_candidates())
    .action(async (rawName: unknown, rawFile: unknown, rawOptions: unknown) => {
      const name = z.string().parse(rawName);
      const file = z.string().default('-').parse(rawFile);
      const options = z.object({ candidates: z.string().optional() }).parse(rawOptions);
      const { evaluators } = await loadActions();
      const evaluator = evaluators.get(name);
      if (evaluator === undefined) {
        const names = [...evaluators.keys()].join(', ');
        terminal.error.write(`rolecall: ${words.no_evaluation({ name, names })}\n`);
        exitWith(1);
        return;
      }
      const { candidates } = options;
      const answers =
        'evaluateFolder' in evaluator
          ? evaluator.evaluateFolder(file === '-' ? '.' : file)
          : await evaluator.evaluate(
              readObjects(file === '-' ? await readInput() : await readFile(file, 'utf8')),
              candidates === undefined ? undefined : readObjects(await readFile(candidates, 'utf8')),
            );
      for await (const answer of answers) {
        // A ranking of tens of thousands is a megabyte: whoever reads slowly is waited for.
        const goesOn = terminal.out.write(`${JSON.stringify(answer)}\n`);
        if (goesOn === false) await new Promise<void>((resolve) => terminal.out.once?.('drain', resolve));
      }
    });
}
