import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { createDkimSigner } from '../../server/src/features/mail/dkim/index.ts';
import type { MailOutcome, OutgoingMail } from '../../server/src/features/mail/message/index.ts';
import { createSmtpProvider } from '../../server/src/features/mail/smtp/index.ts';
import { channelWith, deliveryOf } from './personal-mail.ts';

/**
 * Sends so many personal mails from this process and prints what that has cost, as JSON: `sender.ts HOW COUNT PORT`,
 * where HOW is `unsigned`, `signed` or `nodemailer`. All of them make the mail from its payload; only what turns it into
 * bytes and hands it over differs.
 */
export interface SenderFigures {
  readonly perSecond: number;
  /** CPU time of the whole process for each mail, in microseconds. */
  readonly cpuMicroseconds: number;
}

const connections = 10;
const returnPath = 'bounces@rolecall.example';
const [how = '', count = '', port = ''] = process.argv.slice(2);
const url = `smtp://127.0.0.1:${port}`;

function ours(isSigned: boolean) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signer = isSigned
    ? createDkimSigner({ domain: 'rolecall.example', selector: 'bench', privateKey: pem })
    : null;
  const provider = createSmtpProvider({ name: 'smtp', url, concurrency: connections, signer });
  return {
    send: (mail: OutgoingMail) => provider.send(mail, returnPath),
    close: () => provider.close(),
  };
}

function nodemailer() {
  const transporter = createTransport({ url, pool: true, maxConnections: connections, maxMessages: 500 });
  return {
    async send({
      from,
      to,
      subject,
      html,
      text,
      messageId,
      date,
      headers,
    }: OutgoingMail): Promise<MailOutcome> {
      const envelope = { from: returnPath, to: to.address };
      await transporter.sendMail({
        envelope,
        from,
        to,
        subject,
        html,
        text,
        messageId,
        date,
        headers: { ...headers },
      });
      return { result: 'sent', provider: 'nodemailer', providerMessageId: null };
    },
    close: async () => transporter.close(),
  };
}

const sender = how === 'nodemailer' ? nodemailer() : ours(how === 'signed');
const channel = channelWith({ concurrency: connections, send: sender.send });

async function sendAll(first: number, last: number): Promise<void> {
  let next = first;
  const work = async () => {
    while (next < last) {
      const number = next;
      next += 1;
      const { result } = await channel.send(deliveryOf(number));
      if (result !== 'sent') throw new Error(`a mail was not sent: ${result}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
}

const warmUp = 1_000;
await sendAll(0, warmUp);
const cpuBefore = process.cpuUsage();
const started = performance.now();
await sendAll(warmUp, warmUp + Number(count));
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(cpuBefore);
await sender.close();
const figures: SenderFigures = {
  perSecond: Number(count) / seconds,
  cpuMicroseconds: (user + system) / Number(count),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
