/** The life of the streams that this node serves. It is read once: a database is not put back under a running server. */
export class Epoch {
  readonly #read: () => Promise<string>;
  #value = '';

  constructor(read: () => Promise<string>) {
    this.#read = read;
  }

  /** Empty until it has been read. */
  get value(): string {
    return this.#value;
  }

  async ensure(): Promise<void> {
    if (this.#value === '') this.#value = await this.#read();
  }

  /** Where the reader of a person's stream stands after an entry of it. */
  eventId(seq: number): string {
    return `${this.#value}:${seq}`;
  }
}
