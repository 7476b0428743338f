import { roleSchema, sourceKindSchema } from '@rolecall/contract';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import type { ConfigOverrides } from '../../platform/config/index.ts';
import type { CommandActions, RunningProcess } from './actions.ts';
import { type CliWords, cliMessages } from './cli.messages.ts';
import { addDemoCommand } from './demo-command.ts';
import { addEmailCommands } from './email-commands.ts';
import { addEvaluationCommand } from './evaluation-command.ts';
import { explainFailure } from './failures.ts';
import { describeFindings } from './findings.ts';
import { describeIngest } from './ingest-report.ts';
import { addRatesCommand } from './rates-command.ts';
import { addSourceCommands } from './source-commands.ts';
import { Progress, type Terminal } from './terminal.ts';

/** What a command needs of the process that it runs in. */
export interface CommandEnvironment {
  readonly terminal: Terminal;
  /** That of the system, BCP 47; English when it is left out or none of ours. */
  readonly language?: string | undefined;
  /** Reads the whole standard input, for a password that must not stand in the process list. */
  readInput(): Promise<string>;
  /** Calls back when the process is asked to stop, by a signal or because its launcher is gone. */
  onStop(stop: () => void): void;
}

const commonOptions = z.object({ dataDir: z.string().optional(), json: z.boolean().default(false) });
const serveOptions = commonOptions.extend({ port: z.string().optional(), demo: z.boolean().optional() });
const checkOptions = commonOptions.extend({ user: z.email().optional() });
const ingestOptions = commonOptions.extend({ name: z.string().min(1).max(120).optional() });
const userOptions = commonOptions.extend({
  email: z.string(),
  name: z.string().min(1).max(100),
  role: roleSchema,
  company: z.string().min(1).max(120).optional(),
  password: z.string().optional(),
});

const roleOptions = commonOptions.extend({ email: z.string(), role: roleSchema });
const addressOptions = commonOptions.extend({ email: z.string() });

/**
 * Runs one command line and gives its exit status: 0 only when all went well.
 * @param loadActions loads what the commands do, which takes a while and is not needed for help or a wrong word
 */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  loadActions: () => Promise<CommandActions>,
  environment: CommandEnvironment,
): Promise<number> {
  let status = 0;
  const words = cliMessages(languageIn(args) ?? environment.language ?? 'en');
  const program = createProgram(version, words, loadActions, environment, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    // Commander has printed its own help or complaint already.
    if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number')
      return error.exitCode;
    environment.terminal.error.write(`rolecall: ${explainFailure(error, words)}\n`);
    return 1;
  }
}

/** The texts of the help have to be known before the words are read. */
function languageIn(args: readonly string[]): string | undefined {
  const place = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const arg = args[place];
  if (arg === undefined) return undefined;
  return arg.includes('=') ? arg.slice('--language='.length) : args[place + 1];
}

function createProgram(
  version: string,
  words: CliWords,
  loadActions: () => Promise<CommandActions>,
  environment: CommandEnvironment,
  exitWith: (code: number) => void,
): Command {
  const configure = async (overrides: ConfigOverrides) => (await loadActions()).configure(overrides);
  const { terminal } = environment;
  const titles = new Map([
    ['Usage:', words.usage()],
    ['Arguments:', words.arguments()],
    ['Options:', words.options()],
    ['Commands:', words.commands()],
  ]);
  const program = new Command('rolecall')
    .description(words.about())
    .version(version, '-V, --version', words.version_option())
    .option('--language <code>', words.language_option())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.error.write(text),
    })
    .showHelpAfterError(words.see_help())
    .helpOption('-h, --help', words.help_option())
    .helpCommand('help [command]', words.help_command())
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title });

  const withCommonOptions = (command: Command) =>
    command.option('--data-dir <folder>', words.data_dir()).option('--json', words.json());
  const command = (name: string, description: string) =>
    withCommonOptions(program.command(name).description(description));

  const print = (json: boolean, value: unknown, text: string) =>
    terminal.out.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);

  command('serve', words.serve())
    .option('--port <number>', words.port())
    .addOption(new Option('--demo', words.demo()).default(undefined))
    .addOption(new Option('--no-demo', words.no_demo()))
    .action(async (raw: unknown) => {
      const { json: _json, ...overrides } = serveOptions.parse(raw);
      await runUntilStopped((await loadActions()).serve(await configure(overrides)), environment);
    });

  command('worker', words.worker()).action(async (raw: unknown) => {
    await runUntilStopped(
      (await loadActions()).worker(await configure(commonOptions.parse(raw))),
      environment,
    );
  });

  command('migrate', words.migrate()).action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const applied = await (await loadActions()).migrate(await configure(options));
    const text = applied.length === 0 ? words.up_to_date() : words.applied({ names: applied.join(', ') });
    print(options.json, { applied }, text);
  });

  command('ingest', words.ingest())
    .addArgument(new Argument('<source-kind>', words.source_kind()).choices(sourceKindSchema.options))
    .argument('<file or URL>')
    .option('--name <name>', words.source_name())
    .action(async (kind: unknown, location: unknown, raw: unknown) => {
      const options = ingestOptions.parse(raw);
      const progress = new Progress(terminal, words);
      const { ingest } = await loadActions();
      const report = await ingest(await configure(options), {
        kind: sourceKindSchema.parse(kind),
        location: z.string().min(1).parse(location),
        name: options.name,
        onProgress: ({ read, total }) => progress.update(read, total),
      }).finally(() => progress.finish());
      print(options.json, report, describeIngest(report, words));
    });

  command('check-jobs', words.check_jobs())
    .option('--user <address>', words.check_jobs_user())
    .action(async (raw: unknown) => {
      const options = checkOptions.parse(raw);
      const report = await (await loadActions()).checkJobs(await configure(options), options.user ?? null);
      const alerts = report.alerts.map(
        ({ email, name, closes_at, count, titles }) =>
          `${words.alert_waits({ email, name, count, at: closes_at })}\n${titles.map((title) => `  ${title}`).join('\n')}`,
      );
      const checked = words.jobs_checked({ jobs: report.jobs, matches: report.matches });
      print(options.json, report, [checked, ...alerts].join('\n'));
    });

  addDemoCommand({ words, command, loadActions, configure, print, terminal });

  const user = program.command('user').description(words.user());
  withCommonOptions(user.command('create'))
    .description(words.user_create())
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(roleSchema.options).makeOptionMandatory())
    .option('--company <name>', words.company())
    .option('--password <password>', words.password())
    .action(async (raw: unknown) => {
      const options = userOptions.parse(raw);
      const account = await (await loadActions()).createUser(await configure(options), {
        email: options.email,
        name: options.name,
        role: options.role,
        companyName: options.company,
        password: options.password ?? (await environment.readInput()).replace(/\r?\n$/, ''),
      });
      print(options.json, account, words.created(account));
    });

  withCommonOptions(user.command('sign-in-link'))
    .description(words.sign_in_link())
    .requiredOption('--email <address>')
    .action(async (raw: unknown) => {
      const options = addressOptions.parse(raw);
      const link = await (await loadActions()).createSignInLink(await configure(options), options.email);
      print(options.json, link, link.url);
    });

  withCommonOptions(user.command('role'))
    .description(words.user_role())
    .requiredOption('--email <address>')
    .addOption(new Option('--role <role>').choices(roleSchema.options).makeOptionMandatory())
    .action(async (raw: unknown) => {
      const options = roleOptions.parse(raw);
      const account = await (await loadActions()).changeRole(await configure(options), options);
      print(options.json, account, words.has_role(account));
    });

  withCommonOptions(user.command('remove-second-factor'))
    .description(words.remove_second_factor())
    .requiredOption('--email <address>')
    .action(async (raw: unknown) => {
      const options = addressOptions.parse(raw);
      const { removeSecondFactor } = await loadActions();
      const { name, email } = await removeSecondFactor(await configure(options), options.email);
      const text = words.factor_removed({ name, email });
      print(options.json, { name, email }, text);
    });

  command('doctor', words.doctor()).action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const findings = await (await loadActions()).doctor(await configure(options));
    print(options.json, { findings }, describeFindings(findings, words));
    if (findings.some(({ state }) => state === 'failed')) exitWith(1);
  });

  addEvaluationCommand(program, { words, loadActions, terminal, readInput: environment.readInput, exitWith });
  addSourceCommands(program, { words, loadActions, configure, withCommonOptions, print, terminal });
  addRatesCommand(program, { words, loadActions, configure, withCommonOptions, print });
  addEmailCommands(program, { words, loadActions, configure, withCommonOptions, print, exitWith });

  return program;
}

/** Who is asked to stop while starting stops when that is done: there is no moment at which nobody listens. */
async function runUntilStopped(
  starting: Promise<RunningProcess>,
  environment: CommandEnvironment,
): Promise<void> {
  environment.onStop(() => {
    // Whoever awaits the start hears why it has failed.
    starting.then(
      (running) => running.stop(),
      () => {},
    );
  });
  const running = await starting;
  await running.stopped;
}
