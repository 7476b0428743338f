import type { CliWords } from './cli.messages.ts';

/** Where a command writes: results to `out`, everything else to `error`. */
export interface Terminal {
  readonly out: { write(text: string): unknown; once?(event: 'drain', listener: () => void): unknown };
  readonly error: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** Shows how far long work is: a line that is written over on a terminal, a line per tenth elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #words: CliWords;
  readonly #what: string;
  #lastShare = -1;
  #shown = false;

  /** @param what is done; reading unless told */
  constructor(terminal: Terminal, words: CliWords, what = words.reading()) {
    this.#terminal = terminal;
    this.#words = words;
    this.#what = what;
  }

  update(done: number, total: number | undefined): void {
    const share = total === undefined || total === 0 ? undefined : Math.floor((done / total) * 100);
    if (this.#terminal.error.isTTY === true) {
      this.#terminal.error.write(`\r${this.#text(done, total, share)}\u001b[K`);
      this.#shown = true;
      return;
    }
    const step = share === undefined ? Math.floor(done / 1_000) : Math.floor(share / 10);
    if (step === this.#lastShare) return;
    this.#lastShare = step;
    this.#terminal.error.write(`${this.#text(done, total, share)}\n`);
  }

  finish(): void {
    if (this.#shown) this.#terminal.error.write('\r\u001b[K');
  }

  #text(done: number, total: number | undefined, share: number | undefined): string {
    const what = this.#what;
    if (total === undefined || share === undefined) {
      return this.#words.progress({ what, done: String(done) });
    }
    return this.#words.progress_of({ what, done: String(done), total: String(total), share: String(share) });
  }
}
