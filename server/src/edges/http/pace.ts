import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { refuseTinyChunks } from './tiny-chunks.ts';

/** Browsers, proxies and HTTP clients wait for an answer before they ask again. */
const mostUnanswered = 16;
/** Requests that are begun before the event loop may turn to something else. */
const mostBegun = 32;
/** Requests that are read until then; of the connection that comes to it, all that has been received is read. */
const mostRead = 256;
/** Connections that are read again in a turn after there was too much. */
const mostResumed = 32;

type Exchange = readonly [IncomingMessage, ServerResponse];

/**
 * Waits in two lines, of which every second place in each turn belongs to connections that have taken an answer before: a
 * flood of new ones waits behind itself, and not those behind it who are in the middle of something.
 */
class FairQueue<Item> {
  readonly #known: Item[] = [];
  readonly #new: Item[] = [];

  get length(): number {
    return this.#known.length + this.#new.length;
  }

  push(item: Item, isKnown: boolean): void {
    (isKnown ? this.#known : this.#new).push(item);
  }

  /** At most so many, of both lines where both wait. */
  take(most: number): Item[] {
    const half = Math.ceil(most / 2);
    const known = this.#known.splice(0, Math.max(half, most - this.#new.length));
    return [...known, ...this.#new.splice(0, most - known.length)];
  }
}

/**
 * A server that takes requests at a pace at which everything else has its turn. Node.js would read, and begin to work on, all
 * that has come in at once, whoever many connections it came by, and also for somebody who never reads.
 *
 * Requests of one connection are begun one after the other, since they are answered in that order anyway, and a connection
 * that asks for more and more without waiting for answers is ended.
 */
export function createPacedServer(
  options: ServerOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const unanswered = new WeakMap<Socket, Exchange[]>();
  const waiting = new FairQueue<Exchange>();
  const connections = new Set<Socket>();
  const held = new FairQueue<Socket>();
  const known = new WeakSet<Socket>();
  let [begun, read] = [0, 0];
  let isTurnNoted = false;

  function noteTurn(): void {
    if (isTurnNoted) return;
    isTurnNoted = true;
    setImmediate(nextTurn);
  }

  function nextTurn(): void {
    isTurnNoted = false;
    [begun, read] = [0, 0];
    for (const exchange of waiting.take(mostBegun)) handOn(exchange);
    for (const socket of held.take(mostResumed)) socket.resume();
    if (waiting.length > 0 || held.length > 0) noteTurn();
  }

  function begin(exchange: Exchange): void {
    if (begun < mostBegun && waiting.length === 0) handOn(exchange);
    else waiting.push(exchange, known.has(exchange[0].socket));
    noteTurn();
  }

  function handOn([request, response]: Exchange): void {
    begun += 1;
    const { socket } = request;
    if (socket.destroyed) return;
    response.once('close', () => {
      if (response.writableFinished) known.add(socket);
      const ofConnection = unanswered.get(socket);
      ofConnection?.shift();
      const next = ofConnection?.[0];
      if (next !== undefined) begin(next);
    });
    handle(request, response);
  }

  /** What was received by the others is read in later turns. */
  function holdOthers(): void {
    for (const socket of connections) {
      if (socket.isPaused()) continue;
      socket.pause();
      held.push(socket, known.has(socket));
    }
  }

  const server = createServer(options, (request, response) => {
    read += 1;
    if (read === mostRead) holdOthers();
    noteTurn();
    const { socket } = request;
    const ofConnection = unanswered.get(socket) ?? [];
    unanswered.set(socket, ofConnection);
    if (ofConnection.length === mostUnanswered) {
      socket.destroy();
      return;
    }
    ofConnection.push([request, response]);
    // Before anything of the body has come, which may stand behind its head already.
    refuseTinyChunks(request, () => server.emit('clientError', new Error('a body of tiny chunks'), socket));
    if (ofConnection.length === 1) begin([request, response]);
  });
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  // Node.js takes a request to upgrade for one like any other until somebody listens for it, which we must not be the first to.
  server.on('newListener', function follow(event: string) {
    if (event !== 'upgrade') return;
    server.off('newListener', follow);
    server.on('upgrade', ({ socket }: IncomingMessage) => connections.delete(socket));
  });
  return server;
}
