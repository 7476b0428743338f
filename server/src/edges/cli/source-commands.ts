import { type Source, type SourceTrial, sourceInputSchema } from '@rolecall/contract';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { CliWords } from './cli.messages.ts';
import type { ProgramParts } from './email-commands.ts';
import { describeIngest } from './ingest-report.ts';
import { Progress, type Terminal } from './terminal.ts';

const kindSchema = sourceInputSchema.shape.kind;
const commonOptions = z.object({ dataDir: z.string().optional(), json: z.boolean().default(false) });
const trialOptions = commonOptions.extend({ kind: kindSchema.optional() });
const addOptions = trialOptions.extend({
  name: z.string().min(1).max(120).optional(),
  schedule: z.string().min(1).max(60).optional(),
});
const wordSchema = z.string().min(1).max(500);

/** Adds `source add`, `source test`, `source run` and `source list`. */
export function addSourceCommands(
  program: Command,
  parts: Omit<ProgramParts, 'exitWith'> & { readonly terminal: Terminal },
): void {
  const { words, loadActions, configure, print, terminal } = parts;
  const source = program.command('source').description(words.sources());
  const command = (name: string, description: string) =>
    parts.withCommonOptions(source.command(name).description(description));
  const kindOption = () => new Option('--kind <kind>', words.source_as_kind()).choices(kindSchema.options);

  command('test', words.source_test())
    .argument('<link or name>')
    .addOption(kindOption())
    .action(async (text: unknown, raw: unknown) => {
      const options = trialOptions.parse(raw);
      const trial = await (await loadActions()).trySource(await configure(options), {
        text: wordSchema.parse(text),
        kind: options.kind,
      });
      print(options.json, trial, describeTrial(trial, words));
    });

  command('add', words.source_add())
    .argument('<link or name>')
    .addOption(kindOption())
    .option('--name <name>', words.source_shown_name())
    .option('--schedule <cron>', words.source_schedule())
    .action(async (text: unknown, raw: unknown) => {
      const options = addOptions.parse(raw);
      const added = await (await loadActions()).addSource(await configure(options), {
        text: wordSchema.parse(text),
        kind: options.kind,
        name: options.name,
        schedule: options.schedule,
      });
      print(options.json, added, words.source_added({ source: describeSource(added, words) }));
    });

  command('run', words.source_run())
    .argument('<id or name>')
    .action(async (word: unknown, raw: unknown) => {
      const options = commonOptions.parse(raw);
      const progress = new Progress(terminal, words);
      const { runSource } = await loadActions();
      const report = await runSource(await configure(options), {
        source: wordSchema.parse(word),
        onProgress: ({ read, total }) => progress.update(read, total),
      }).finally(() => progress.finish());
      print(options.json, report, describeIngest(report, words));
    });

  command('list', words.source_list()).action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const sources = await (await loadActions()).listSources(await configure(options));
    const lines = sources.map((one) => describeSource(one, words));
    print(options.json, sources, lines.length === 0 ? words.no_sources() : lines.join('\n'));
  });
}

function describeSource(source: Source, words: CliWords): string {
  const { id, kind, name, address, health, open_jobs: open } = source;
  return `${name} (${kind} ${address}): ${health}, ${words.open_jobs({ count: String(open) })}, ${id}`;
}

function describeTrial({ source, others }: SourceTrial, words: CliWords): string {
  const tried = others.map(({ kind, address, detail }) => `  ${kind} ${address}: ${detail}`);
  const beside = tried.length === 0 ? [] : [words.also_tried(), ...tried];
  if (source === null) return [words.nothing_found(), ...beside].join('\n');
  const found = `${source.kind} ${source.address}`;
  const rows = String(source.rows);
  const lines = [
    source.exists ? words.found_existing({ found }) : words.found({ found }),
    source.has_more ? words.rows_and_more({ rows }) : words.rows({ rows }),
    `  ${words.usable({ count: String(source.usable) })}`,
    `  ${words.left_out({ count: String(source.skipped_count) })}`,
    ...source.postings.map(({ title, company_name: company, places }) => {
      const where = places.length === 0 ? '' : `, ${places.join('; ')}`;
      return `  ${title} – ${company}${where}`;
    }),
  ];
  const skips = source.skipped.map(
    ({ row, reason, detail }) => `  ${words.skipped_row({ row: String(row), reason, detail })}`,
  );
  if (skips.length > 0) lines.push(words.skipped_rows(), ...skips);
  if (source.incomplete !== null) lines.push(words.warning({ warning: source.incomplete }));
  return [...lines, ...beside].join('\n');
}
