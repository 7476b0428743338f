import { once } from 'node:events';
import { createServer } from 'node:net';

/** What Postfix asks about a mail: at RCPT of its recipient, at its end of the whole of it. */
export interface PolicyQuestion {
  readonly state: string;
  readonly recipient: string;
}

/** Decides for Postfix what becomes of mails (`check_policy_service`), so that a test can change its mind at any time. */
export interface PolicyServer {
  readonly port: number;
  /** From now on the answer is what this gives, such as `450 4.2.1 later`; undefined: nothing against it. */
  answer(decide: (question: PolicyQuestion) => string | undefined): void;
  close(): Promise<void>;
}

export async function startPolicyServer(): Promise<PolicyServer> {
  let decide: (question: PolicyQuestion) => string | undefined = () => undefined;
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    // Postfix closes connections as it likes.
    socket.on('error', () => {});
    socket.on('data', (part: string) => {
      text += part;
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const textOf = (name: string) =>
          lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
        const action = decide({ state: textOf('protocol_state'), recipient: textOf('recipient') });
        socket.write(`action=${action ?? 'DUNNO'}\n\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The policy server has no port');
  return {
    port: address.port,
    answer(next) {
      decide = next;
    },
    async close() {
      // Postfix keeps its connections open; they end with it.
      server.close();
      await once(server, 'close');
    },
  };
}
