import type { Command } from 'commander';
import { z } from 'zod';
import type { Config, ConfigOverrides } from '../../platform/config/index.ts';
import type { CommandActions, DemoPeopleReport } from './actions.ts';
import type { CliWords } from './cli.messages.ts';
import { Progress, type Terminal } from './terminal.ts';

/** More than that nobody waits for. */
const mostPeople = 100_000;

const options = z.object({
  dataDir: z.string().optional(),
  json: z.boolean().default(false),
  people: z.coerce.number<string>().int().min(1).max(mostPeople),
  seed: z.coerce.number<string>().int().min(0).max(1_000_000),
});

/** `rolecall demo --people N`: a trial instance with people in it. */
export function addDemoCommand({
  words,
  command,
  loadActions,
  configure,
  print,
  terminal,
}: {
  readonly words: CliWords;
  readonly command: (name: string, description: string) => Command;
  readonly loadActions: () => Promise<CommandActions>;
  readonly configure: (overrides: ConfigOverrides) => Promise<Config>;
  readonly print: (json: boolean, value: unknown, text: string) => void;
  readonly terminal: Terminal;
}): void {
  command('demo', words.demo_people())
    .requiredOption('--people <number>', words.how_many_people())
    .option('--seed <number>', words.seed(), '1')
    .action(async (raw: unknown) => {
      const { json, people, seed, ...overrides } = options.parse(raw);
      const progress = new Progress(terminal, words, words.made());
      const { fillDemo } = await loadActions();
      const report = await fillDemo(await configure(overrides), {
        people,
        seed,
        onProgress: ({ done, total }) => progress.update(done, total),
      }).finally(() => progress.finish());
      print(json, report, describe(report, words));
    });
}

function describe(report: DemoPeopleReport, words: CliWords): string {
  const { people, known, applications, notifications, seconds } = report;
  return [
    words.people_made({ made: String(people), known: String(known) }),
    words.applications({ count: String(applications) }),
    words.notifications({ count: String(notifications) }),
    `${words.time()}: ${seconds.toFixed(1)} s`,
  ].join('\n');
}
