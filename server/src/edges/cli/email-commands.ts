import { emailSchema, kindNames, kindSchema, localeSchema, locales } from '@rolecall/contract';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Config, ConfigOverrides } from '../../platform/config/index.ts';
import type { CommandActions, Finding, TestMailReport } from './actions.ts';
import type { CliWords } from './cli.messages.ts';
import { describeFindings } from './findings.ts';
import { writePreviewFolder } from './preview-folder.ts';

const everything = 'all';
const choice = {
  template: kindSchema.or(z.literal(everything)),
  locale: localeSchema.or(z.literal(everything)),
};
const commonOptions = z.object({ dataDir: z.string().optional(), json: z.boolean().default(false) });
const previewOptions = commonOptions.extend({
  template: choice.template.default(everything),
  locale: choice.locale.default(everything),
  out: z.string().min(1),
});
const testOptions = commonOptions.extend({
  template: choice.template,
  to: emailSchema,
  locale: choice.locale.default('en'),
  provider: z.string().min(1).max(100).optional(),
});
const verifyOptions = commonOptions.extend({
  resolver: z.array(z.string().min(1)).default([]),
});

/** What these commands take of the program that they are part of. */
export interface ProgramParts {
  readonly words: CliWords;
  loadActions(): Promise<CommandActions>;
  configure(overrides: ConfigOverrides): Promise<Config>;
  withCommonOptions(command: Command): Command;
  print(json: boolean, value: unknown, text: string): void;
  exitWith(code: number): void;
}

/** Adds `email test`, `email verify` and `email preview`. */
export function addEmailCommands(program: Command, parts: ProgramParts): void {
  const { words, loadActions, configure, print, exitWith } = parts;
  const email = program.command('email').description(words.email());
  const command = (name: string, description: string) =>
    parts.withCommonOptions(email.command(name).description(description));
  const templateOption = (flags: string) =>
    new Option(flags, words.template()).choices([everything, ...kindNames]);
  const localeOption = new Option('--locale <locale>', words.locale()).choices([everything, ...locales]);

  command('test', words.email_test())
    .addOption(templateOption('--template <name>').makeOptionMandatory())
    .requiredOption('--to <address>')
    .addOption(localeOption)
    .option('--provider <name>', words.by_provider())
    .action(async (raw: unknown) => {
      const options = testOptions.parse(raw);
      const report = await (await loadActions()).sendTestMails(await configure(options), {
        to: options.to,
        kinds: chosen(options.template, kindNames),
        locales: chosen(options.locale, locales),
        provider: options.provider,
      });
      print(options.json, report, describeTest(report, words));
      if (report.mails.some(({ result }) => result !== 'sent')) exitWith(1);
    });

  command('verify', words.email_verify())
    .option('--resolver <address...>', words.resolver())
    .action(async (raw: unknown) => {
      const options = verifyOptions.parse(raw);
      const findings = await (await loadActions()).verifyMail(await configure(options), {
        resolvers: options.resolver,
      });
      print(options.json, { findings }, describeFindings(findings, words));
      if (findings.some(isFailed)) exitWith(1);
    });

  command('preview', words.email_preview())
    .addOption(templateOption('--template <name>'))
    .addOption(localeOption)
    .option('--out <folder>', words.out(), 'mail-preview')
    .action(async (raw: unknown) => {
      const options = previewOptions.parse(raw);
      const { mails, warning } = await (await loadActions()).composeSamples(await configure(options), {
        kinds: chosen(options.template, kindNames),
        locales: chosen(options.locale, locales),
      });
      const index = await writePreviewFolder(options.out, mails);
      const text = words.wrote({ count: mails.length, index });
      print(options.json, { index, mails: mails.length, warning }, withWarning(text, warning, words));
    });
}

function chosen<Name extends string>(
  choice: Name | typeof everything,
  all: readonly Name[],
): readonly Name[] {
  return choice === everything ? all : [choice];
}

const isFailed = ({ state }: Finding) => state === 'failed';

function describeTest({ mails, warning }: TestMailReport, words: CliWords): string {
  const width = Math.max(...mails.map(({ kind }) => kind.length));
  const lines = mails.map(
    ({ provider, kind, locale, result, detail }) =>
      `${provider}  ${kind.padEnd(width)}  ${locale}  ${result}${detail === null ? '' : `: ${detail}`}`,
  );
  const sent = mails.filter(({ result }) => result === 'sent').length;
  return withWarning(
    [...lines, words.mails_sent({ sent: String(sent), all: String(mails.length) })].join('\n'),
    warning,
    words,
  );
}

function withWarning(text: string, warning: string | null, words: CliWords): string {
  return warning === null ? text : `${text}\n${words.warning({ warning })}`;
}
