import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../errors/index.ts';
import { DatabaseError, DatabaseUnavailableError } from '../errors.ts';
import type { WireValue } from '../values.ts';
import type { Request, Response, WireError, WireResult, WorkerOptions } from './protocol.ts';

type Answer = Extract<Response, { id: number }>;

interface Pending {
  resolve(answer: Answer): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/** How long a closing database may take to write what it still holds. */
const closeTimeoutMilliseconds = 15_000;

/**
 * The main thread's end of the worker that runs PGlite. Every call is answered: by the database, or with a
 * {@link DatabaseUnavailableError} when the worker has died, was closed, or has not answered for too long. A worker
 * that does not answer is ended, since a statement in it can't be cancelled.
 */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #timeoutMilliseconds: number;
  readonly #pending = new Map<number, Pending>();
  readonly #opened = Promise.withResolvers<void>();
  #lastId = 0;
  #lost: DatabaseUnavailableError | undefined;
  #closing: Promise<void> | undefined;

  private constructor(worker: Worker, timeoutMilliseconds: number) {
    this.#worker = worker;
    this.#timeoutMilliseconds = timeoutMilliseconds;
    worker.on('message', (response: Response) => this.#settle(response));
    worker.on('messageerror', (error) => this.#lose(`its answer could not be read (${error.message})`));
    worker.on('error', (error) => this.#lose(reasonOf(error)));
    worker.on('exit', (status) => this.#lose(`its thread ended with status ${status}`));
  }

  /**
   * Starts the worker and waits until the database answers.
   * @throws {DatabaseUnavailableError} when it can't be opened
   */
  static async start(options: WorkerOptions, timeoutMilliseconds: number): Promise<WorkerClient> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options,
      // The flags of this process may make no sense to the worker, or even stop it.
      execArgv: [],
    });
    const client = new WorkerClient(worker, timeoutMilliseconds);
    try {
      await client.#opened.promise;
      return client;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  async run(text: string, parameters: readonly WireValue[]): Promise<readonly WireResult[]> {
    const answer = await this.#ask(
      (id) => ({ id, kind: 'run', text, parameters }),
      this.#timeoutMilliseconds,
    );
    return answer.kind === 'result' ? answer.results : [];
  }

  /** The whole database as a tar file, to start another from. */
  async dump(): Promise<Uint8Array> {
    const answer = await this.#ask((id) => ({ id, kind: 'dump' }), this.#timeoutMilliseconds);
    if (answer.kind !== 'dumped') throw new DatabaseUnavailableError('The embedded database gave no dump');
    return answer.snapshot;
  }

  /** Shuts the database down and ends the thread, whatever it is doing after a while. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (!this.#lost) {
      await this.#ask((id) => ({ id, kind: 'close' }), closeTimeoutMilliseconds).catch(() => undefined);
    }
    this.#lose('it was closed');
    await this.#worker.terminate();
  }

  #ask(request: (id: number) => Request, timeoutMilliseconds: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#lost) {
        reject(this.#lost);
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      const timer = setTimeout(() => this.#giveUp(timeoutMilliseconds), timeoutMilliseconds);
      this.#pending.set(id, { resolve, reject, timer });
      this.#worker.postMessage(request(id));
    });
  }

  #settle(response: Response): void {
    if (response.kind === 'ready') this.#opened.resolve();
    if (response.kind === 'unopened') this.#lose(`it could not be opened (${response.reason})`);
    if (!('id' in response)) return;
    const pending = this.#pending.get(response.id);
    if (!pending) return;
    this.#pending.delete(response.id);
    clearTimeout(pending.timer);
    if (response.kind === 'failed') pending.reject(toError(response.error));
    else pending.resolve(response);
  }

  #giveUp(timeoutMilliseconds: number): void {
    this.#lose(`it did not answer for ${timeoutMilliseconds / 1000} s`);
    void this.#worker.terminate();
  }

  #lose(reason: string): void {
    this.#lost ??= new DatabaseUnavailableError(`The embedded database is gone: ${reason}`);
    this.#opened.reject(this.#lost);
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(this.#lost);
    }
    this.#pending.clear();
  }
}

function toError(wire: WireError): Error {
  if (!wire.fromDatabase) return new Error(wire.message);
  const { message, fromDatabase: _, ...fields } = wire;
  return Object.assign(new DatabaseError(message, message.length, 'error'), fields);
}
