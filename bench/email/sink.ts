import { createServer, type Socket } from 'node:net';

/**
 * A mail server that takes everything and keeps nothing but counts: run as a process of its own, it answers `report`
 * over its channel. It does what a client must be able to expect, and as little else as possible, so that the client
 * is what is measured.
 */
export interface SinkReport {
  readonly mails: number;
  /** Different Message-IDs among them. */
  readonly distinct: number;
  /** Bytes of all mails. */
  readonly bytes: number;
  /** When a mail came to an address that begins with `reset-`, in milliseconds since 1970. */
  readonly resets: readonly (readonly [address: string, at: number])[];
}

const endOfMail = Buffer.from('\r\n.\r\n');
const messageIds = new Set<string>();
const resets: [string, number][] = [];
let mails = 0;
let bytes = 0;

function serve(socket: Socket): void {
  let waiting: Buffer = Buffer.alloc(0);
  let isMail = false;
  let recipient = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    let replies = '';
    for (;;) {
      const end = waiting.indexOf(isMail ? endOfMail : '\r\n');
      if (end < 0) break;
      if (isMail) {
        take(waiting.subarray(0, end), recipient);
        waiting = waiting.subarray(end + endOfMail.length);
        isMail = false;
        replies += '250 2.0.0 ok\r\n';
        continue;
      }
      const line = waiting.toString('latin1', 0, end);
      waiting = waiting.subarray(end + 2);
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'EHLO') replies += '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
      else if (command === 'RCPT') {
        recipient = /<([^>]*)>/.exec(line)?.[1] ?? '';
        replies += '250 2.1.5 ok\r\n';
      } else if (command === 'DATA') {
        isMail = true;
        replies += '354 go on\r\n';
      } else if (command === 'QUIT') {
        socket.end(`${replies}221 bye\r\n`);
        return;
      } else replies += '250 2.0.0 ok\r\n';
    }
    if (replies !== '') socket.write(replies);
  });
}

function take(mail: Buffer, recipient: string): void {
  mails += 1;
  bytes += mail.length;
  const head = mail.toString('latin1', 0, 4_096);
  messageIds.add(/^Message-ID: *(\S+)/im.exec(head)?.[1] ?? `none ${mails}`);
  if (recipient.startsWith('reset-')) resets.push([recipient, Date.now()]);
}

const server = createServer(serve).listen(Number(process.argv[2]), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.on('message', () => {
  const report: SinkReport = { mails, distinct: messageIds.size, bytes, resets };
  process.send?.(report);
  mails = 0;
  bytes = 0;
  messageIds.clear();
  resets.length = 0;
});
process.on('disconnect', () => {
  server.close();
  process.exit();
});
