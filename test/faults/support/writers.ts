import { randomUUID } from 'node:crypto';
import type { KindPayload, Topic } from '@rolecall/contract';
import type { Features } from '../../../server/src/composition/features.ts';
import type { Platform } from '../../../server/src/composition/foundation.ts';
import { pick } from '../../support/random.ts';
import type { Node } from './cluster.ts';
import { type FaultPerson, topicsOf } from './reader.ts';
import { titleFor } from './wire-check.ts';

/** What was written, by the keys that lie in the payloads. */
export interface Written {
  /** Keys of notifications, with whose they are. */
  readonly notifications: Map<string, string>;
  /** Keys of messages to topics. */
  readonly messages: Map<string, string>;
}

export interface WriterOptions {
  readonly people: readonly FaultPerson[];
  readonly random: () => number;
}

/** Time between two transactions of a writer, in milliseconds. */
const paceMs = 12;
const filler = 'x'.repeat(150);

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const payloadFor = (
  owner: string,
  key: string,
  message: string = filler,
): KindPayload<'service_message'> => ({
  title: titleFor(owner),
  message,
  data: { key },
});

/** Somewhere between one and all of them. */
function someOf<Item>(random: () => number, items: readonly Item[]): Item[] {
  const share = random() ** 2;
  const chosen = items.filter(() => random() < share);
  return chosen.length > 0 ? chosen : [pick(random, items)];
}

interface TopicKey {
  readonly topic: Topic;
  readonly key: string;
}

/** Now and then a message for everybody in a topic. */
function someMessage({ people, random }: WriterOptions): TopicKey | undefined {
  return random() < 0.3
    ? { topic: pick(random, topicsOf(pick(random, people).role)), key: randomUUID() }
    : undefined;
}

/** A third process, as far as the nodes can tell: it writes by the features and publishes on a bus of its own. */
export class DirectWriter {
  readonly written: Written = { notifications: new Map(), messages: new Map() };
  readonly #platform: Platform;
  readonly #features: Features;
  readonly #options: WriterOptions;
  readonly #watches = new Set<() => void>();
  #commits = 0;
  #stopped = false;

  constructor(platform: Platform, features: Features, options: WriterOptions) {
    this.#platform = platform;
    this.#features = features;
    this.#options = options;
  }

  /** Writes until it is stopped. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#writeSomething();
      await pause(paceMs);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves after so many more commits: the time that faults are measured in. */
  commits(count: number): Promise<void> {
    const enough = this.#commits + count;
    return new Promise((resolve) => {
      const look = () => {
        if (this.#commits < enough) return;
        this.#watches.delete(look);
        resolve();
      };
      this.#watches.add(look);
    });
  }

  /** Writes so many notifications of so many characters to one person in one transaction. */
  async writeTo(owner: string, count: number, length = filler.length): Promise<void> {
    const own = Array.from({ length: count }, () => ({ owner, key: randomUUID() }));
    await this.#write(own, [], 'x'.repeat(length));
  }

  async #writeSomething(): Promise<void> {
    const { people, random } = this.#options;
    const owners = someOf(random, people);
    const notifications = owners.map(({ id }) => ({ owner: id, key: randomUUID() }));
    const message = someMessage(this.#options);
    const messages = message === undefined ? [] : [message];
    // What is rolled back must leave no trace, and no hole.
    if (random() < 0.05) await this.#write(notifications, messages, filler, true);
    else await this.#write(notifications, messages, filler);
  }

  async #write(
    notifications: readonly { owner: string; key: string }[],
    messages: readonly TopicKey[],
    text: string,
    rollBack = false,
  ): Promise<void> {
    const { database } = this.#platform;
    const { notifications: notifier, topics } = this.#features;
    const undo = new Error('rolled back on purpose');
    try {
      await database.transaction(async (tx) => {
        const items = notifications.map(({ owner, key }) => ({
          kind: 'service_message' as const,
          userId: owner,
          payload: payloadFor(owner, key, text),
        }));
        const outcomes = await notifier.notifyEach(tx, items);
        if (outcomes.some(({ status }) => status !== 'written')) throw new Error('something was not written');
        const events = messages.map(({ topic, key }) => ({
          topic,
          content: { type: 'event' as const, name: 'announced', data: { key } },
        }));
        await topics.publish(tx, events);
        if (rollBack) throw undo;
      });
    } catch (error) {
      if (error === undo) return;
      throw error;
    }
    for (const { owner, key } of notifications) this.written.notifications.set(key, owner);
    for (const { topic, key } of messages) this.written.messages.set(key, topic);
    this.#commits += 1;
    for (const watch of [...this.#watches]) watch();
  }
}

/** How long a node may take to answer before the caller asks another one, in milliseconds. */
const answerLimitMs = 3_000;

/** Another program that tells people things by HTTP, and repeats a call until it knows that it was done. */
export class HttpWriter {
  readonly written: Written = { notifications: new Map(), messages: new Map() };
  repeated = 0;
  readonly #nodes: readonly Node[];
  readonly #apiKey: string;
  readonly #options: WriterOptions;
  #stopped = false;

  constructor(nodes: readonly Node[], apiKey: string, options: WriterOptions) {
    this.#nodes = nodes;
    this.#apiKey = apiKey;
    this.#options = options;
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#writeSomething();
      await pause(paceMs);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #writeSomething(): Promise<void> {
    const { people, random } = this.#options;
    const owners = someOf(random, people).slice(0, 5);
    const notifications = owners.map(({ id }) => ({ owner: id, key: randomUUID() }));
    const items: object[] = notifications.map(({ owner, key }) => ({
      type: 'notification',
      user_id: owner,
      kind: 'service_message',
      payload: payloadFor(owner, key),
    }));
    const message = someMessage(this.#options);
    if (message !== undefined) {
      const { topic, key } = message;
      items.push({ type: 'message', to: { topic }, name: 'announced', data: { key } });
    }
    await this.#call('/api/v1/events/bulk', { items });
    for (const { owner, key } of notifications) this.written.notifications.set(key, owner);
    if (message !== undefined) this.written.messages.set(message.key, message.topic);
  }

  /** Asks one node after the other, with the same key, until one has done it. */
  async #call(path: string, body: object): Promise<void> {
    const key = randomUUID();
    let node = pick(this.#options.random, this.#nodes);
    while (!(await this.#ask(node, path, key, body))) {
      this.repeated += 1;
      node = this.#nodes[(this.#nodes.indexOf(node) + 1) % this.#nodes.length] ?? node;
      await pause(paceMs);
    }
  }

  async #ask(node: Node, path: string, key: string, body: object): Promise<boolean> {
    let response: Response;
    try {
      response = await fetch(`http://127.0.0.1:${node.port}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.#apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerLimitMs),
      });
      const text = await response.text();
      if (response.ok) return true;
      if (response.status < 500 && response.status !== 409 && response.status !== 429) {
        throw new TypeError(`${path} was refused with ${response.status}: ${text}`);
      }
    } catch (error) {
      // What `fetch` throws for a broken line is a TypeError too, with a cause.
      if (error instanceof TypeError && error.cause === undefined) throw error;
    }
    return false;
  }
}
