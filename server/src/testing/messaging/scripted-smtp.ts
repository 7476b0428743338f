import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Steps of a conversation that a script can answer otherwise than a friendly server. */
export type SmtpStep = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'content';

/** The reply to a step, or to hang up. */
export type SmtpScript = Partial<Record<SmtpStep, string | 'hang up'>>;

export interface ScriptedSmtp {
  readonly url: string;
  /** From now on it follows this script. */
  follow(script: SmtpScript): void;
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
  const sockets = new Set<Socket>();

  function answer(socket: Socket, step: SmtpStep): boolean {
    const reply = script[step] ?? friendly[step];
    if (reply === 'hang up') socket.destroy();
    else socket.write(`${reply}\r\n`);
    return reply.startsWith('354');
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let inContent = false;
    let buffered = '';
    answer(socket, 'greeting');
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      for (;;) {
        const end = inContent ? '\r\n.\r\n' : '\r\n';
        const at = buffered.indexOf(end);
        if (at < 0) return;
        const line = buffered.slice(0, at);
        buffered = buffered.slice(at + end.length);
        if (inContent) {
          inContent = false;
          answer(socket, 'content');
        } else {
          const step = stepOf(line);
          if (step === undefined) socket.write('250 ok\r\n');
          else inContent = answer(socket, step) && step === 'DATA';
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
