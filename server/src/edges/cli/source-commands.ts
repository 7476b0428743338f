import { type Source, type SourceTrial, sourceInputSchema } from '@rolecall/contract';
import { type Command, Option } from 'commander';
import { z } from 'zod';
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
  const { loadActions, configure, print, terminal } = parts;
  const source = program.command('source').description('manage where jobs come from');
  const command = (name: string, description: string) =>
    parts.withCommonOptions(source.command(name).description(description));
  const kindOption = () =>
    new Option('--kind <kind>', 'take the text as the address of this kind').choices(kindSchema.options);

  command('test', 'recognize a link or the name of a company, and show what it would bring')
    .argument('<link or name>')
    .addOption(kindOption())
    .action(async (text: unknown, raw: unknown) => {
      const options = trialOptions.parse(raw);
      const trial = await (await loadActions()).trySource(await configure(options), {
        text: wordSchema.parse(text),
        kind: options.kind,
      });
      print(options.json, trial, describeTrial(trial));
    });

  command('add', 'add the source that `source test` finds')
    .argument('<link or name>')
    .addOption(kindOption())
    .option('--name <name>', 'as people see it beside a job')
    .option('--schedule <cron>', 'five fields in UTC; every six hours unless told')
    .action(async (text: unknown, raw: unknown) => {
      const options = addOptions.parse(raw);
      const added = await (await loadActions()).addSource(await configure(options), {
        text: wordSchema.parse(text),
        kind: options.kind,
        name: options.name,
        schedule: options.schedule,
      });
      print(options.json, added, `Added ${describeSource(added)}`);
    });

  command('run', 'read a source now')
    .argument('<id or name>')
    .action(async (word: unknown, raw: unknown) => {
      const options = commonOptions.parse(raw);
      const progress = new Progress(terminal, 'Read');
      const { runSource } = await loadActions();
      const report = await runSource(await configure(options), {
        source: wordSchema.parse(word),
        onProgress: ({ read, total }) => progress.update(read, total),
      }).finally(() => progress.finish());
      print(options.json, report, describeIngest(report));
    });

  command('list', 'list the sources').action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const sources = await (await loadActions()).listSources(await configure(options));
    const text = sources.length === 0 ? 'There are no sources.' : sources.map(describeSource).join('\n');
    print(options.json, sources, text);
  });
}

function describeSource({ id, kind, name, address, health, open_jobs: open }: Source): string {
  return `${name} (${kind} ${address}): ${health}, ${open} open jobs, ${id}`;
}

function describeTrial({ source, others }: SourceTrial): string {
  const tried = others.map(({ kind, address, detail }) => `  ${kind} ${address}: ${detail}`);
  const beside = tried.length === 0 ? [] : ['Also tried', ...tried];
  if (source === null) return ['Nothing was found.', ...beside].join('\n');
  const lines = [
    `Found      ${source.kind} ${source.address}${source.exists ? ', which is a source already' : ''}`,
    `Rows       ${source.rows}${source.has_more ? ', and there are more' : ''}`,
    `  usable     ${source.usable}`,
    `  skipped    ${source.skipped_count}`,
    ...source.postings.map(({ title, company_name: company, places }) => {
      const where = places.length === 0 ? '' : `, ${places.join('; ')}`;
      return `  ${title} – ${company}${where}`;
    }),
  ];
  const skips = source.skipped.map(({ row, reason, detail }) => `  row ${row}: ${reason} (${detail})`);
  if (skips.length > 0) lines.push('Skipped rows', ...skips);
  if (source.incomplete !== null) lines.push(`Warning: ${source.incomplete}`);
  return [...lines, ...beside].join('\n');
}
