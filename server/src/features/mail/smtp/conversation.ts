import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type SmtpCommand, SmtpError } from './errors.ts';
import type { SmtpServer } from './server.ts';

/** What a server answers to a command. */
export interface Reply {
  /** Three digits; 0: the conversation ended without an answer. */
  readonly code: number;
  /** All of its lines. */
  readonly text: string;
}

/**
 * The wire of one connection to a mail server: lines go out, replies come back in the order of the commands. When it
 * breaks, everything that waits for a reply gets one with the code 0, and `failure` has the reason.
 */
export interface SmtpConversation {
  readonly isEncrypted: boolean;
  /** Why it ended; undefined: it has not. */
  readonly failure: SmtpError | undefined;
  write(data: string | Uint8Array): void;
  /** The next reply. */
  reply(): Promise<Reply>;
  /** Starts TLS. @throws {SmtpError} */
  encrypt(): Promise<void>;
  /** Sends a last command, and ignores its reply. */
  end(command: string): void;
  /** Ends it at once. */
  destroy(failure: SmtpError): void;
}

/** Far more than any server sends; it bounds what a broken one makes us keep. In bytes. */
const longestReply = 64 * 1024;

/** How long the other side may take to close the connection after the last command, in milliseconds. */
const closeTimeoutMs = 2_000;

/** Failures before there is a connection; `classify` knows them by these codes. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);

/**
 * @param onEnd called once, when it has ended
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
      if (!handle(lines)) return;
      lines = '';
    }
    unread = unread.slice(start);
    if (unread.length + lines.length > longestReply) destroy(protocolError('The mail server says too much'));
  }

  /** @returns whether the conversation goes on */
  function handle(text: string): boolean {
    const code = Number(/^[2-5]\d\d(?=[ -]|$)/.exec(text)?.[0] ?? 0);
    const next = waiting.shift();
    if (code === 0) destroy(protocolError('The mail server does not speak SMTP'));
    // A reply without a command announces that it closes the connection (RFC 5321, 3.8).
    else if (next === undefined) destroy(new SmtpError('ECONNECTION', 'CONN', text, { response: text }));
    next?.(code === 0 ? noReply : { code, text });
    return failure === undefined;
  }

  function destroy(reason: SmtpError): void {
    if (failure !== undefined) return;
    socket.destroy();
    finish(reason);
  }

  function finish(reason: SmtpError): void {
    failure = reason;
    for (const resolve of waiting.splice(0)) resolve(noReply);
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
      if (failure !== undefined) return Promise.resolve(noReply);
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    async encrypt() {
      // Anybody may have sent what came before the encryption (RFC 3207, 6).
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
    end(command) {
      if (failure !== undefined) return;
      socket.end(command);
      const ended = socket;
      const timer = setTimeout(() => ended.destroy(), closeTimeoutMs);
      ended.once('close', () => clearTimeout(timer));
      finish(new SmtpError('ECONNECTION', 'CONN', 'The connection was given up'));
    },
    destroy,
  };
}

const noReply: Reply = { code: 0, text: '' };

function protocolError(message: string): SmtpError {
  return new SmtpError('EPROTOCOL', 'CONN', message);
}

function asFailure(error: Error, isEncrypted: boolean): SmtpError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const broken = code === '' || /^(?:ECONN|EPIPE|ETIMEDOUT)/.test(code);
  const known = unreachable.has(code) ? code : 'ECONNECTION';
  const message = error.message === '' ? code : error.message;
  return new SmtpError(isEncrypted && !broken && !unreachable.has(code) ? 'ETLS' : known, 'CONN', message);
}

/** Sends one command and waits for its reply. */
export async function ask(conversation: SmtpConversation, command: string): Promise<Reply> {
  conversation.write(command);
  return conversation.reply();
}

/** The error behind a reply, or behind the end of the conversation. */
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
