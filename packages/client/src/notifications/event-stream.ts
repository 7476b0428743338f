/** Longest event that is taken, in characters; a server of ours sends nothing near it. */
const maximumLength = 1_048_576;

export interface StreamEvent {
  /** `message` where the stream names none. */
  readonly name: string;
  readonly data: string;
}

/**
 * Reads a stream of server-sent events as the HTML standard says, from pieces that may end anywhere. Comments are
 * skipped; so are `id` and `retry`, because the messages carry their place themselves and the pause before the next
 * attempt is a random one.
 */
export class EventStreamParser {
  readonly #decoder = new TextDecoder();
  /** The line that has no end yet. */
  #line = '';
  #name = '';
  #data: string[] = [];
  #length = 0;
  #endsInReturn = false;

  /**
   * @returns the events that end in this piece
   * @throws {RangeError} when an event is too long
   */
  push(bytes: Uint8Array): StreamEvent[] {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (text === '') return [];
    // The line has ended with the last piece.
    if (this.#endsInReturn && text.startsWith('\n')) text = text.slice(1);
    this.#endsInReturn = text.endsWith('\r');
    const events: StreamEvent[] = [];
    const lines = text.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? '';
    for (const end of lines) {
      const event = this.#take(this.#line + end);
      this.#line = '';
      if (event !== undefined) events.push(event);
    }
    this.#line += rest;
    this.#bound();
    return events;
  }

  #take(line: string): StreamEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    if (field === 'data') {
      this.#data.push(value);
      this.#length += value.length + 1;
      this.#bound();
    }
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const [name, data] = [this.#name || 'message', this.#data];
    this.#name = '';
    this.#data = [];
    this.#length = 0;
    return data.length === 0 ? undefined : { name, data: data.join('\n') };
  }

  #bound(): void {
    if (this.#length + this.#line.length > maximumLength) throw new RangeError('an event is too long');
  }
}
