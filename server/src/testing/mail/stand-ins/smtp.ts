import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { parseMime } from './parse-mime.ts';
import type { Behaviour, ReceivedMail, StandIn } from './stand-in.ts';

const user = 'rolecall';
const password = 'key-that-nobody-may-see';

/** A mail server that answers as RFC 5321 and RFC 3463 say. */
export async function startSmtp(): Promise<StandIn> {
  let behaviour: Behaviour = 'friendly';
  const received: ReceivedMail[] = [];

  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, callback) {
      const isKnown = auth.username === user && auth.password === password;
      if (isKnown) callback(null, { user });
      else callback(refusal(535, `5.7.8 no such password: ${auth.password}`));
    },
    onMailFrom(_address, _session, callback) {
      if (behaviour === 'rate limited') callback(refusal(451, '4.7.0 too many mails from you'));
      else if (behaviour === 'broken') callback(refusal(421, '4.3.2 the service is not available'));
      else callback();
    },
    onRcptTo(_address, _session, callback) {
      if (behaviour === 'unknown recipient') callback(refusal(550, '5.1.1 there is no such user'));
      else if (behaviour === 'unverified sender') callback(refusal(550, '5.7.1 this sender is not allowed'));
      else callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const mail = await parseMime(Buffer.concat(chunks));
        const { mailFrom } = session.envelope;
        const returnPath = mailFrom === false ? null : mailFrom.address;
        received.push({ ...mail, deliveryId: null, returnPath });
        if (behaviour === 'dislikes the content') callback(refusal(554, '5.6.0 invalid content'));
        // A connection that is dead without saying so is only found after a long time; this one says so.
        else if (behaviour === 'hangs after the body') closeConnections();
        else callback(null, behaviour === 'answers nonsense' ? 'queued' : '2.0.0 queued');
      });
    },
  });

  function closeConnections(): void {
    for (const connection of server.connections) connection.close();
  }

  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const config = {
    kind: 'smtp',
    name: 'tested',
    rate: undefined,
    concurrency: 2,
    url: `smtp://${user}:${password}@127.0.0.1:${address.port}`,
    service: null,
    configurationSet: undefined,
  } as const;
  return {
    config,
    wrongKey: { ...config, url: config.url.replace(password, `mistyped-${password}`) },
    secret: password,
    received,
    behave(next) {
      behaviour = next;
    },
    async close() {
      closeConnections();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      await promise;
    },
  };
}
