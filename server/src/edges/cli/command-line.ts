import { roleSchema, sourceKindSchema } from '@rolecall/contract';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import type { ConfigOverrides } from '../../platform/config/index.ts';
import type { CommandActions, RunningProcess } from './actions.ts';
import { addEmailCommands } from './email-commands.ts';
import { addEvaluationCommand } from './evaluation-command.ts';
import { explainFailure } from './failures.ts';
import { describeFindings } from './findings.ts';
import { describeIngest } from './ingest-report.ts';
import { addSourceCommands } from './source-commands.ts';
import { Progress, type Terminal } from './terminal.ts';

/** What a command needs of the process that it runs in. */
export interface CommandEnvironment {
  readonly terminal: Terminal;
  /** Reads the whole standard input, for a password that must not stand in the process list. */
  readInput(): Promise<string>;
  /** Calls back when the process is asked to stop, by a signal or because its launcher is gone. */
  onStop(stop: () => void): void;
}

const commonOptions = z.object({ dataDir: z.string().optional(), json: z.boolean().default(false) });
const serveOptions = commonOptions.extend({ port: z.string().optional(), demo: z.boolean().optional() });
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
  const program = createProgram(version, loadActions, environment, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    // Commander has printed its own help or complaint already.
    if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number')
      return error.exitCode;
    environment.terminal.error.write(`rolecall: ${explainFailure(error)}\n`);
    return 1;
  }
}

function createProgram(
  version: string,
  loadActions: () => Promise<CommandActions>,
  environment: CommandEnvironment,
  exitWith: (code: number) => void,
): Command {
  const configure = async (overrides: ConfigOverrides) => (await loadActions()).configure(overrides);
  const { terminal } = environment;
  const program = new Command('rolecall')
    .description('Rolecall tells people about the right job at the right moment.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.error.write(text),
    })
    .showHelpAfterError('(--help shows what there is)');

  const withCommonOptions = (command: Command) =>
    command
      .option(
        '--data-dir <folder>',
        'folder of the embedded database (or ROLECALL_DATA_DIR; DATABASE_URL wins)',
      )
      .option('--json', 'print the result as JSON');
  const command = (name: string, description: string) =>
    withCommonOptions(program.command(name).description(description));

  const print = (json: boolean, value: unknown, text: string) =>
    terminal.out.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);

  command('serve', 'run everything in one process: web, sockets and workers')
    .option('--port <number>', 'TCP port (or PORT)')
    .addOption(new Option('--demo', 'load demo people and jobs').default(undefined))
    .addOption(new Option('--no-demo', 'start empty'))
    .action(async (raw: unknown) => {
      const { json: _json, ...overrides } = serveOptions.parse(raw);
      await runUntilStopped((await loadActions()).serve(await configure(overrides)), environment);
    });

  command('worker', 'run the workers only, beside one or more `serve` processes on PostgreSQL').action(
    async (raw: unknown) => {
      await runUntilStopped(
        (await loadActions()).worker(await configure(commonOptions.parse(raw))),
        environment,
      );
    },
  );

  command('migrate', 'bring the database to the newest schema').action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const applied = await (await loadActions()).migrate(await configure(options));
    const text = applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`;
    print(options.json, { applied }, text);
  });

  command('ingest', 'read jobs from a file or an address')
    .addArgument(new Argument('<source-kind>', 'what gives the jobs').choices(sourceKindSchema.options))
    .argument('<file or URL>')
    .option('--name <name>', 'name of the source; the same name is the same source the next time')
    .action(async (kind: unknown, location: unknown, raw: unknown) => {
      const options = ingestOptions.parse(raw);
      const progress = new Progress(terminal, 'Read');
      const { ingest } = await loadActions();
      const report = await ingest(await configure(options), {
        kind: sourceKindSchema.parse(kind),
        location: z.string().min(1).parse(location),
        name: options.name,
        onProgress: ({ read, total }) => progress.update(read, total),
      }).finally(() => progress.finish());
      print(options.json, report, describeIngest(report));
    });

  const user = program.command('user').description('manage people');
  withCommonOptions(user.command('create'))
    .description('create an account; the only way to an operator')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(roleSchema.options).makeOptionMandatory())
    .option('--company <name>', 'for a recruiter')
    .option('--password <password>', 'better left out: then it is read from the standard input')
    .action(async (raw: unknown) => {
      const options = userOptions.parse(raw);
      const account = await (await loadActions()).createUser(await configure(options), {
        email: options.email,
        name: options.name,
        role: options.role,
        companyName: options.company,
        password: options.password ?? (await environment.readInput()).replace(/\r?\n$/, ''),
      });
      print(options.json, account, `Created the ${account.role} ${account.name} <${account.email}>.`);
    });

  withCommonOptions(user.command('sign-in-link'))
    .description('print a link that signs an operator in, once, within 15 minutes')
    .requiredOption('--email <address>')
    .action(async (raw: unknown) => {
      const options = addressOptions.parse(raw);
      const link = await (await loadActions()).createSignInLink(await configure(options), options.email);
      print(options.json, link, link.url);
    });

  withCommonOptions(user.command('role'))
    .description('change the role of somebody, who has to sign in again')
    .requiredOption('--email <address>')
    .addOption(new Option('--role <role>').choices(roleSchema.options).makeOptionMandatory())
    .action(async (raw: unknown) => {
      const options = roleOptions.parse(raw);
      const account = await (await loadActions()).changeRole(await configure(options), options);
      print(options.json, account, `${account.name} <${account.email}> is a ${account.role} now.`);
    });

  withCommonOptions(user.command('remove-second-factor'))
    .description('take the app, recovery codes and passkeys from somebody who has lost them')
    .requiredOption('--email <address>')
    .action(async (raw: unknown) => {
      const options = addressOptions.parse(raw);
      const { removeSecondFactor } = await loadActions();
      const { name, email } = await removeSecondFactor(await configure(options), options.email);
      const text = `${name} <${email}> signs in with the password alone now; sessions and API keys have ended.`;
      print(options.json, { name, email }, text);
    });

  command('doctor', 'check every part and name each setting that is unsafe').action(async (raw: unknown) => {
    const options = commonOptions.parse(raw);
    const findings = await (await loadActions()).doctor(await configure(options));
    print(options.json, { findings }, describeFindings(findings));
    if (findings.some(({ state }) => state === 'failed')) exitWith(1);
  });

  addEvaluationCommand(program, { loadActions, terminal, readInput: environment.readInput, exitWith });
  addSourceCommands(program, { loadActions, configure, withCommonOptions, print, terminal });
  addEmailCommands(program, { loadActions, configure, withCommonOptions, print, exitWith });

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
