import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type SmtpCommand, SmtpError } from './smtp-errors.ts';
import type { SmtpServer } from './smtp-server.ts';

/** What a server has answered to a command. */
export interface Reply {
  /** Three digits; 0: the conversation ended without an answer. */
  readonly code: number;
  /** All of its lines. */
  readonly text: string;
}

/**
 * The wire of one connection to a mail server: lines go out, replies come back in the order of what was said. When it
 * breaks, whatever waits for a reply gets one with the code 0, and `failure` says why.
 */
export interface SmtpConversation {
  readonly isEncrypted: boolean;
  /** Why it ended; undefined: it goes on. */
  readonly failure: SmtpError | undefined;
  write(data: string | Uint8Array): void;
  /** The reply that comes next. */
  reply(): Promise<Reply>;
  /** Goes on encrypted. @throws {SmtpError} */
  encrypt(): Promise<void>;
  /** Says the last words, and listens no more. */
  end(words: string): void;
  /** Ends it at once. */
  destroy(failure: SmtpError): void;
}

/** Far more than any server says; it bounds what a broken one makes us keep. In bytes. */
const longestReply = 64 * 1024;

/** How long the other side may take to hear our last words, in milliseconds. */
const farewellMs = 2_000;

/** Failures before there is a connection, which `classify` knows by these names. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);

/**
 * @param onEnd called once, when nothing can be said any more
 */
export function startConversation(server: SmtpServer, onEnd: () => void): SmtpConversation {
  const { host, port } = server;
  const servername = isIP(host) === 0 ? host : '';
  const waiting: ((reply: Reply) => void)[] = [];
  let unread = '';
  let lines = '';
  let isEncrypted = server.security === 'tls';
  let failure: SmtpError | undefined;
  let socket = isEncrypted ? connectTls({ host, port, servername }) : connectSocket({ host, port });
  listen(socket);

  function listen(to: Socket): void {
    to.setNoDelay(true);
    to.on('data', read);
    to.on('error', (error) => destroy(asFailure(error, isEncrypted)));
    to.on('close', () =>
      destroy(new SmtpError('ECONNECTION', 'CONN', 'The mail server has closed the connection')),
    );
  }

  function read(chunk: Buffer): void {
    unread += chunk.toString('latin1');
    let start = 0;
    for (let end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n', start)) {
      const line = unread.slice(start, unread[end - 1] === '\r' ? end - 1 : end);
      start = end + 1;
      lines = lines === '' ? line : `${lines}\n${line}`;
      if (line[3] === '-') continue;
      if (!take(lines)) return;
      lines = '';
    }
    unread = unread.slice(start);
    if (unread.length + lines.length > longestReply) destroy(misunderstood('The mail server says too much'));
  }

  /** @returns whether the conversation goes on */
  function take(text: string): boolean {
    const code = Number(/^[2-5]\d\d(?=[ -]|$)/.exec(text)?.[0] ?? 0);
    const next = waiting.shift();
    if (code === 0) destroy(misunderstood('The mail server does not speak SMTP'));
    // Nobody has asked: it says good-bye (RFC 5321, 3.8).
    else if (next === undefined) destroy(new SmtpError('ECONNECTION', 'CONN', text, { response: text }));
    next?.(code === 0 ? lost : { code, text });
    return failure === undefined;
  }

  function destroy(reason: SmtpError): void {
    if (failure !== undefined) return;
    socket.destroy();
    finish(reason);
  }

  function finish(reason: SmtpError): void {
    failure = reason;
    for (const resolve of waiting.splice(0)) resolve(lost);
    onEnd();
  }

  return {
    get isEncrypted() {
      return isEncrypted;
    },
    get failure() {
      return failure;
    },
    write(data) {
      if (failure === undefined) socket.write(data);
    },
    reply() {
      if (failure !== undefined) return Promise.resolve(lost);
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    async encrypt() {
      // What came before the encryption may come from anybody (RFC 3207, 6).
      if (unread !== '' || lines !== '')
        destroy(new SmtpError('ETLS', 'STARTTLS', 'The mail server spoke too early'));
      if (failure !== undefined) throw failure;
      const plain = socket;
      plain.removeAllListeners('data').removeAllListeners('close');
      isEncrypted = true;
      const { promise, resolve } = Promise.withResolvers<void>();
      const encrypted = connectTls({ socket: plain, servername }, resolve);
      encrypted.once('close', () => resolve());
      socket = encrypted;
      listen(encrypted);
      await promise;
      if (failure !== undefined) throw failure;
    },
    end(words) {
      if (failure !== undefined) return;
      socket.end(words);
      const ended = socket;
      const timer = setTimeout(() => ended.destroy(), farewellMs);
      ended.once('close', () => clearTimeout(timer));
      finish(new SmtpError('ECONNECTION', 'CONN', 'The connection was given up'));
    },
    destroy,
  };
}

const lost: Reply = { code: 0, text: '' };

function misunderstood(message: string): SmtpError {
  return new SmtpError('EPROTOCOL', 'CONN', message);
}

function asFailure(error: Error, isEncrypted: boolean): SmtpError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const broken = code === '' || /^(?:ECONN|EPIPE|ETIMEDOUT)/.test(code);
  const known = unreachable.has(code) ? code : 'ECONNECTION';
  const message = error.message === '' ? code : error.message;
  return new SmtpError(isEncrypted && !broken && !unreachable.has(code) ? 'ETLS' : known, 'CONN', message);
}

/** Says one thing and waits for the answer. */
export async function ask(conversation: SmtpConversation, command: string): Promise<Reply> {
  conversation.write(command);
  return conversation.reply();
}

/** The error that a reply is, or the end of the conversation. */
export function refusal(
  conversation: SmtpConversation,
  command: SmtpCommand,
  { code, text }: Reply,
): SmtpError {
  if (code !== 0) return new SmtpError('EREPLY', command, text, { response: text });
  const { failure } = conversation;
  return new SmtpError(failure?.code ?? 'ECONNECTION', command, failure?.message ?? '', {
    response: failure?.response ?? '',
  });
}
