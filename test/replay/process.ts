import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from '../support/server.ts';
import type { Command, Mail, Reply, Report, Stage } from './messages.ts';

const program = fileURLToPath(new URL('./driver.ts', import.meta.url));

/** When a process is killed: so long after it has come to a stage for the nth time in a step. */
export interface KillPoint {
  readonly stage: Stage;
  readonly nth: number;
  readonly delayMs: number;
}

export interface Surroundings {
  readonly dataDirectory: string;
  /** PostgreSQL; the embedded database when left out. */
  readonly databaseUrl: string | undefined;
  readonly mailFile: string;
}

/** One life of the driver after the other: who is killed is followed by the next one. */
export class Driver {
  readonly #surroundings: Surroundings;
  #child: ChildProcess | undefined;
  #output = '';
  /** How many processes have been killed. */
  killed = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Has a command carried out to its end, by as many processes as are needed: each kill point is the end of one. */
  async run(command: Command, killPoints: readonly KillPoint[] = []): Promise<Reply> {
    for (const point of [...killPoints, undefined]) {
      const reply = await this.#attempt(command, point);
      if (reply === 'killed') continue;
      if (reply.is === 'failed') throw new Error(`${reply.error}\n${this.#output}`);
      return reply;
    }
    throw new Error('The last attempt was killed');
  }

  async report(): Promise<Report> {
    const reply = await this.run({ do: 'report' });
    if (reply.is !== 'report') throw new Error(`There is no report but ${reply.is}`);
    return reply.report;
  }

  /** All mails that were sent, by processes that were killed too. */
  mails(): Mail[] {
    const { mailFile } = this.#surroundings;
    if (!existsSync(mailFile)) return [];
    const lines = readFileSync(mailFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return lines.map((line): Mail => JSON.parse(line));
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  async #attempt(command: Command, point: KillPoint | undefined): Promise<Reply | 'killed'> {
    const child = await this.#alive();
    return new Promise((resolve, reject) => {
      let reached = 0;
      let isDoomed = false;
      const end = (result: Reply | 'killed') => {
        child.off('message', listen);
        child.off('close', died);
        resolve(result);
      };
      const died = () => {
        this.#child = undefined;
        if (isDoomed) end('killed');
        else reject(new Error(`The driver has ended by itself:\n${this.#output}`));
      };
      const listen = (reply: Reply) => {
        if (reply.is !== 'at') {
          // Too late to die in this step, or never came to that point: the step is done.
          if (!isDoomed) end(reply);
          return;
        }
        if (reply.stage !== point?.stage) return;
        reached += 1;
        if (reached !== point.nth) return;
        isDoomed = true;
        this.killed += 1;
        setTimeout(() => child.kill('SIGKILL'), point.delayMs);
      };
      child.on('message', listen);
      child.on('close', died);
      child.send(command);
    });
  }

  async #alive(): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    const { dataDirectory, databaseUrl, mailFile } = this.#surroundings;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, mailFile], {
      env: cleanEnvironment({
        DATABASE_URL: databaseUrl,
        ROLECALL_DATA_DIR: dataDirectory,
        ROLECALL_ENVIRONMENT: 'test',
        ROLECALL_SECRET: 'a secret that all processes of the test share',
        ROLECALL_LOG_LEVEL: 'error',
        ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: '0',
        NODE_ENV: 'test',
      }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#output = '';
    const collect = (text: string) => {
      this.#output = (this.#output + text).slice(-20_000);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    this.#child = child;
    const ended = once(child, 'close').then(() => {
      throw new Error(`The driver did not start:\n${this.#output}`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => {});
    return child;
  }
}
