import type { RolecallError } from '../../errors.ts';
import type { Change } from './entries.ts';
import { toRolecallError } from './error.ts';

const nameOf = ({ what }: Change): string | null => ('id' in what ? what.id : null);

/** Changes that the server has not confirmed, sent one after the other. */
export class ChangeQueue {
  readonly #send: (change: Change) => Promise<void>;
  #changes: readonly Change[] = [];
  #sent: Change | undefined;
  #error: RolecallError | null = null;
  /** Who waits until no change is on its way. */
  #waiting: (() => void)[] = [];

  constructor(send: (change: Change) => Promise<void>) {
    this.#send = send;
  }

  /** The oldest first. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  /** Why the last change was taken back; null when it was done. */
  get error(): RolecallError | null {
    return this.#error;
  }

  /** Takes a change in, in the place of one that waits and is about the same. */
  add(change: Change): void {
    const name = nameOf(change);
    const others = this.#changes.filter((other) => other === this.#sent || nameOf(other) !== name);
    this.#changes = [...others, change];
  }

  /** Sends until none is left. */
  async sendAll(): Promise<void> {
    for (let [change] = this.#changes; change !== undefined; [change] = this.#changes) {
      this.#sent = change;
      try {
        await this.#send(change);
        this.#error = null;
      } catch (error) {
        this.#error = toRolecallError(error);
      }
      const done = change;
      this.#changes = this.#changes.filter((other) => other !== done);
    }
    this.#sent = undefined;
  }

  /** Lets those go on who wait for `saved`. */
  release(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when every change has been answered, by success or failure. */
  async saved(): Promise<void> {
    if (this.isEmpty) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
