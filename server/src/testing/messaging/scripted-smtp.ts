import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Steps of a conversation that a script can answer otherwise than a friendly server. */
export type SmtpStep = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'content';

/** Counted from one. */
export interface SmtpMoment {
  readonly connection: number;
  /** Of this connection. */
  readonly mail: number;
}

/** The reply to a step, or to hang up. */
type SmtpReply = string | 'hang up';
export type SmtpScript = Partial<Record<SmtpStep, SmtpReply | ((moment: SmtpMoment) => SmtpReply)>>;

export interface ScriptedSmtp {
  readonly url: string;
  /** From now on it follows this script. */
  follow(script: SmtpScript): void;
  /** All that it has been told, but for the mails. */
  readonly heard: readonly string[];
  /** The mails that it took, headers and all, since it was started. */
  readonly mails: readonly string[];
  /** Ends the conversations that are open. */
  hangUp(): void;
  close(): Promise<void>;
}

const friendly: Readonly<Record<SmtpStep, string>> = {
  greeting: '220 scripted ESMTP',
  EHLO: '250 scripted',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  content: '250 2.0.0 queued',
};

/** An SMTP server that keeps to a script, for the answers that no well-behaved server gives when it is asked. */
export async function startScriptedSmtp(): Promise<ScriptedSmtp> {
  let script: SmtpScript = {};
  let connections = 0;
  const heard: string[] = [];
  const mails: string[] = [];
  const sockets = new Set<Socket>();

  function answer(socket: Socket, step: SmtpStep, moment: SmtpMoment): SmtpReply {
    const scripted = script[step] ?? friendly[step];
    const reply = typeof scripted === 'string' ? scripted : scripted(moment);
    if (reply === 'hang up') socket.destroy();
    else socket.write(`${reply}\r\n`);
    return reply;
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let inContent = false;
    let buffered = '';
    connections += 1;
    const moment = { connection: connections, mail: 0 };
    answer(socket, 'greeting', moment);
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      for (;;) {
        const isEmpty = inContent && buffered.startsWith('.\r\n');
        const end = inContent && !isEmpty ? '\r\n.\r\n' : '\r\n';
        const at = buffered.indexOf(end);
        if (at < 0) return;
        const line = buffered.slice(0, at);
        buffered = buffered.slice(at + end.length);
        if (inContent) {
          inContent = false;
          if (answer(socket, 'content', moment).startsWith('2')) mails.push(line);
        } else {
          heard.push(line);
          const step = stepOf(line);
          if (step === 'MAIL') moment.mail += 1;
          if (step === undefined) socket.write('250 ok\r\n');
          else inContent = answer(socket, step, moment).startsWith('354') && step === 'DATA';
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    follow(next) {
      script = next;
      connections = 0;
      heard.length = 0;
    },
    heard,
    mails,
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function stepOf(line: string): SmtpStep | undefined {
  const command = line.split(' ', 1)[0]?.toUpperCase();
  return command === 'EHLO' || command === 'MAIL' || command === 'RCPT' || command === 'DATA'
    ? command
    : undefined;
}
