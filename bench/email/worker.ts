import { createSmtpProvider } from '../../server/src/features/mail/smtp/index.ts';
import { openDatabase } from '../../server/src/platform/db/index.ts';
import { createLogger } from '../../server/src/platform/observability/index.ts';
import { createTestMessaging } from '../../server/src/testing/messaging/messaging.ts';
import { channelWith } from './personal-mail.ts';

/** Carries the deliveries of a database to a mail server until it is killed: `worker.ts DATABASE_URL PORT CONNECTIONS`. */
const [url = '', port = '', connections = ''] = process.argv.slice(2);
const logger = createLogger({ level: 'error', environment: 'production' });
const database = await openDatabase({ kind: 'postgres', url, poolSize: 6 }, logger);
const provider = createSmtpProvider({
  name: 'smtp',
  url: `smtp://127.0.0.1:${port}`,
  concurrency: Number(connections),
  signer: null,
});
const carrier = channelWith({
  concurrency: provider.concurrency,
  send: (mail) => provider.send(mail, 'bounces@rolecall.example'),
});
const clock = { now: () => new Date() };
createTestMessaging({ database, clock, carrier, logger }).worker.start();
process.send?.('ready');
