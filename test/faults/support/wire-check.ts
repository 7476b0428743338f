import { type ClientMessage, type ServerMessage, topics } from '@rolecall/contract';

/** One stream as one connection is sent it: every seq follows the one before, unless the client has set it back. */
class SentStream {
  #last: number;
  #setBackTo: number | undefined;

  constructor(head: number) {
    this.#last = head;
  }

  setBack(seq: number): void {
    this.#setBackTo = seq;
  }

  /** The client may have come further at another node than this one had heard of when it greeted. */
  resumed(): void {
    this.#last = Math.max(this.#last, this.#setBackTo ?? 0);
    this.#setBackTo = undefined;
  }

  /** @returns what is wrong with it */
  take(seq: number): string | undefined {
    const last = this.#last;
    const isNext = seq === last + 1 || seq - 1 === this.#setBackTo;
    this.#last = seq;
    return isNext ? undefined : `${seq} came after ${last}`;
  }
}

/** The title of all notifications of a person. */
export const titleFor = (personId: string) => `For ${personId}`;

/** Holds everything that a server says on one connection to the rules of the streams, whatever the client makes of it. */
export class WireCheck {
  readonly #personId: string;
  readonly #role: string;
  readonly #streams = new Map<string, SentStream>();
  /** What the server did that it must not do. */
  readonly #report: (fault: string) => void;

  constructor(person: { readonly id: string; readonly role: string }, report: (fault: string) => void) {
    this.#personId = person.id;
    this.#role = person.role;
    this.#report = report;
  }

  said(message: ClientMessage): void {
    if (message.type !== 'resume') return;
    const { user, topics: places = {} } = message.cursors;
    if (user !== undefined) this.#streams.get('user')?.setBack(user);
    for (const [topic, seq] of Object.entries(places)) this.#streams.get(topic)?.setBack(seq);
  }

  heard(message: ServerMessage): void {
    switch (message.type) {
      case 'connection_established':
        if (message.user_id !== this.#personId) this.#report(`greeted as ${message.user_id}`);
        this.#streams.set('user', new SentStream(message.head));
        this.#join(message.topics);
        break;
      case 'subscribed':
        this.#join(message.topics);
        break;
      case 'notification':
        this.#take('user', message.seq);
        if (message.title !== titleFor(this.#personId))
          this.#report(`saw the notification ${message.id} of another`);
        break;
      case 'event':
      case 'job_posted':
        if (message.topic === undefined || message.seq === undefined) break;
        this.#take(message.topic, message.seq);
        if (!message.topic.endsWith(this.#role)) this.#report(`saw ${message.topic} ${message.seq}`);
        break;
      case 'resync_required':
        this.#report(`was told that ${message.topic ?? 'its stream'} cannot be had up to ${message.head}`);
        break;
      case 'resumed':
        for (const stream of this.#streams.values()) stream.resumed();
        if (!message.complete) this.#report('was told that it has not everything');
        break;
      case 'error':
        // A database that is away is no fault of the server.
        if (message.code !== 'internal_error')
          this.#report(`was answered ${message.code}: ${message.message}`);
        break;
      default:
        break;
    }
  }

  #join(heads: Readonly<Partial<Record<string, number>>>): void {
    for (const topic of topics) {
      const head = heads[topic];
      if (head !== undefined && !this.#streams.has(topic)) this.#streams.set(topic, new SentStream(head));
    }
  }

  #take(stream: string, seq: number): void {
    const sent = this.#streams.get(stream);
    const wrong = sent === undefined ? `${seq} came without its head` : sent.take(seq);
    if (wrong !== undefined) this.#report(`${stream}: ${wrong}`);
  }
}
