import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type ServerMessage, serverMessageSchema, streamCloseSchema } from '@rolecall/contract';
import { z } from 'zod';

const path = '/api/v1/notifications/stream';

const problemSchema = z.looseObject({ code: z.string() });

/** What came instead of a stream. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly headers: IncomingMessage['headers'];
}

interface Ask {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

async function ask(url: string, { query = {}, headers = {}, method = 'GET' }: Ask): Promise<IncomingMessage> {
  const sent = request(`${url}${path}?${new URLSearchParams(query)}`, {
    method,
    headers,
    agent: false,
  }).end();
  const [response] = await once(sent, 'response');
  return response;
}

/** Asks for a stream that is not given. */
export async function askInVain(url: string, how: Ask): Promise<Refused> {
  const response = await ask(url, how);
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part;
  const { code } = how.method === 'HEAD' ? { code: '' } : problemSchema.parse(JSON.parse(text));
  return { status: response.statusCode ?? 0, code, headers: response.headers };
}

/** A plain client of the stream, which checks that all it is sent is as the contract says. */
export class TestStream {
  readonly response: IncomingMessage;
  readonly messages: { readonly eventId: string | undefined; readonly message: ServerMessage }[] = [];
  /** What the server said at the end; undefined when it just ended. */
  readonly closed: Promise<{ code: number; reason: string } | undefined>;
  readonly #counts = new Map<string, number>();
  #rest = '';
  #close: { code: number; reason: string } | undefined;
  #wake = () => {};

  private constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    this.closed = once(response, 'close').then(() => this.#close);
    response.on('error', () => {});
  }

  static async open(url: string, how: Ask = {}): Promise<TestStream> {
    const response = await ask(url, how);
    if (response.statusCode !== 200) throw new Error(`refused with ${response.statusCode}`);
    return new TestStream(response);
  }

  /** The messages of a type with the ids of their events, once there are so many. */
  async receive<Type extends ServerMessage['type']>(type: Type, count = 1) {
    while ((this.#counts.get(type) ?? 0) < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.messages.flatMap(({ eventId, message }) =>
      isOf(type, message) ? [{ eventId, ...message }] : [],
    );
  }

  end(): void {
    this.response.destroy();
  }

  #read(text: string): void {
    const events = (this.#rest + text).split('\n\n');
    this.#rest = events.pop() ?? '';
    for (const event of events) this.#take(event);
    this.#wake();
  }

  #take(event: string): void {
    const fields = new Map(
      event
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    );
    const data: unknown = JSON.parse(fields.get('data') ?? '');
    if (fields.get('event') === 'close') {
      this.#close = streamCloseSchema.parse(data);
      return;
    }
    const message = serverMessageSchema.parse(data);
    this.messages.push({ eventId: fields.get('id'), message });
    this.#counts.set(message.type, (this.#counts.get(message.type) ?? 0) + 1);
  }
}

function isOf<Type extends ServerMessage['type']>(
  type: Type,
  message: ServerMessage,
): message is Extract<ServerMessage, { type: Type }> {
  return message.type === type;
}
