import type { NotificationType } from '@rolecall/contract';
import { closeCodes } from '@rolecall/contract/constants';
import { type Cursor, isRecord } from './cursors.ts';
import { EventStreamParser } from './event-stream.ts';
import { brokenOff, type Link, type LinkEvents } from './link.ts';

/** Where server-sent events are to be had. */
export interface StreamOptions {
  /** `http:` or `https:` address, without a query. */
  readonly url: string;
  readonly fetch: typeof fetch;
}

/** What a stream is opened with: it cannot be told anything later. */
export interface StreamRequest {
  readonly token: string;
  /** The token has come just now: when it is refused, another one would be too. */
  readonly tokenIsNew: boolean;
  readonly cursor: Cursor | null;
  readonly types: readonly NotificationType[];
}

/** Opens the stream of server-sent events, which carries the messages of the socket where that does not get through. */
export function openStreamLink(options: StreamOptions, request: StreamRequest, events: LinkEvents): Link {
  const connection = new AbortController();
  let isClosed = false;

  async function run(): Promise<void> {
    let code = brokenOff;
    try {
      const response = await options.fetch(addressOf(options.url, request), {
        headers: headersOf(request),
        credentials: 'include',
        cache: 'no-store',
        signal: connection.signal,
      });
      const isStream =
        response.ok && /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
      code = isStream ? await read(response.body) : await codeOfRefusal(response, request);
    } catch {
      // It could not be had, or has broken off.
    }
    connection.abort();
    if (!isClosed) events.onEnd(code);
  }

  /** @returns the code with which it has ended */
  async function read(body: ReadableStream<Uint8Array> | null): Promise<number> {
    const reader = body?.getReader();
    const parser = new EventStreamParser();
    for (;;) {
      const piece = await reader?.read();
      if (piece?.value === undefined) return brokenOff;
      for (const { name, data } of parser.push(piece.value)) {
        if (isClosed) return brokenOff;
        if (name === 'close') return readCloseCode(data);
        if (name === 'message') events.onMessage(data);
      }
    }
  }

  void run();
  return {
    carrier: 'stream',
    say: () => false,
    close() {
      isClosed = true;
      connection.abort();
    },
  };
}

function addressOf(url: string, { cursor, types }: StreamRequest): string {
  const query = new URLSearchParams();
  if (types.length > 0) query.set('types', types.join(','));
  const topics = Object.entries(cursor?.topics ?? {}).map((place) => place.join(':'));
  if (topics.length > 0) query.set('topics', topics.join(','));
  const text = query.toString();
  return text === '' ? url : `${url}?${text}`;
}

function headersOf({ token, cursor }: StreamRequest): Record<string, string> {
  return {
    accept: 'text/event-stream',
    authorization: `Bearer ${token}`,
    ...(cursor === null ? {} : { 'last-event-id': `${cursor.epoch}:${cursor.seq}` }),
  };
}

/** Gives the close code that stands for an answer without a stream. */
async function codeOfRefusal(response: Response, { tokenIsNew }: StreamRequest): Promise<number> {
  if (response.status === 429 || response.status === 503) return closeCodes.overLimit;
  if (response.status !== 401) return brokenOff;
  const problem: unknown = await response.json();
  // Something on the way may ask for credentials of its own.
  if (!isRecord(problem) || problem['code'] !== 'unauthenticated') return brokenOff;
  return tokenIsNew ? closeCodes.authenticationFailed : closeCodes.tokenExpired;
}

function readCloseCode(data: string): number {
  try {
    const value: unknown = JSON.parse(data);
    const code = isRecord(value) ? value['code'] : undefined;
    return typeof code === 'number' ? code : brokenOff;
  } catch {
    return brokenOff;
  }
}
