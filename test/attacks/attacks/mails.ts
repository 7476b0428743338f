import { connect } from 'node:net';
import type { AttackedServer } from '../support/attacked-server.ts';
import { type Attack, fill } from './attack.ts';

const domain = 'bounces.example.org';

/** Talks SMTP by hand: sends each text when the one before was answered, and gives what was answered last. */
async function converse(
  { inboundPort }: AttackedServer,
  texts: readonly (string | Uint8Array)[],
): Promise<string> {
  const socket = connect(inboundPort, '127.0.0.1');
  socket.setTimeout(60_000, () => socket.destroy());
  const answers = socket[Symbol.asyncIterator]();
  let last = '';
  try {
    await answers.next();
    for (const text of texts) {
      socket.write(text);
      const { value, done } = await answers.next();
      if (done) break;
      last = String(value);
    }
  } catch (error) {
    // It may hang up on who talks like this.
    last = String(error);
  }
  socket.destroy();
  return last;
}

const send = (attacked: AttackedServer, mail: string | Uint8Array, to = `complaints@${domain}`) =>
  converse(attacked, [
    'EHLO attacker\r\n',
    'MAIL FROM:<>\r\n',
    `RCPT TO:<${to}>\r\n`,
    'DATA\r\n',
    Buffer.concat([Buffer.from(mail), Buffer.from('\r\n.\r\n')]),
  ]);

const mail = (name: string, text: string): Attack => ({
  name: `a mail of ${name}`,
  async run(attacked) {
    await send(attacked, text);
    await send(attacked, text, `unsubscribe@${domain}`);
    return [];
  },
});

function nestedParts(depth: number): string {
  let text = '';
  for (let level = 0; level < depth; level += 1)
    text += `--b${level - 1}\r\ncontent-type: multipart/mixed; boundary=b${level}\r\n\r\n`;
  return `content-type: multipart/mixed; boundary=b-1\r\n\r\n${text}`;
}

const lines = (text: string, length: number) => fill(`${text}\r\n`, length);
const plain = 'from: a@b.example\r\nsubject: a\r\n\r\n';
const report = 'content-type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n';
const status = `--b\r\ncontent-type: message/delivery-status\r\n\r\n`;

export const mailAttacks: readonly Attack[] = [
  mail('10,000 parts in parts', nestedParts(10_000)),
  mail('2,000 mails in mails', fill('content-type: message/rfc822\r\n\r\n', 64_000)),
  mail('60,000 parts', `content-type: multipart/mixed; boundary=b\r\n\r\n${lines('--b\r\n\r\na', 900_000)}`),
  mail('100,000 headers', lines('a: b', 900_000)),
  mail('one header of 900 KB', `subject: ${fill('a', 900_000)}\r\n\r\na`),
  mail('one header of 300,000 lines', `subject: ${fill('a\r\n ', 900_000)}\r\n\r\na`),
  mail('50,000 encoded words', `subject: ${fill('=?utf-8?B?YQ==?= ', 900_000)}\r\n\r\na`),
  mail('encoded words without an end', `subject: ${fill('=?utf-8?Q?', 900_000)}\r\n\r\na`),
  mail('100,000 addresses', `to: ${fill('a@b.example, ', 900_000)}\r\n\r\na`),
  mail('addresses in comments in comments', `to: ${fill('(', 450_000)}${fill(')', 450_000)}\r\n\r\na`),
  mail('quotes without an end', `to: ${fill('"', 900_000)}\r\n\r\na`),
  mail('groups of groups', `to: ${fill('a:', 900_000)};\r\n\r\na`),
  mail('50,000 parameters', `content-type: text/plain${fill('; a*0*=b', 900_000)}\r\n\r\na`),
  mail('a boundary of 900 KB', `content-type: multipart/mixed; boundary="${fill('a', 900_000)}"\r\n\r\na`),
  mail('one line of 900 KB', `${plain}${fill('550 5.1.1 ', 900_000)}`),
  mail('spaces', `${plain}${fill(' ', 900_000)}`),
  mail('short lines', `${plain}${lines('a', 900_000)}`),
  mail('marks of quotes', `${plain}${fill('> ', 900_000)}`),
  mail('addresses', `${plain}${lines('<a@b.example>: 550 5.1.1 User unknown', 900_000)}`),
  mail('at signs', `${plain}${fill('a@', 900_000)}`),
  mail('dashes and stars', `${plain}${lines(fill('-*', 76), 900_000)}`),
  mail('soft ends of lines', `content-transfer-encoding: quoted-printable\r\n\r\n${lines('=', 900_000)}`),
  mail('base64 that is none', `content-transfer-encoding: base64\r\n\r\n${fill('=', 900_000)}`),
  mail('an unknown character set', `content-type: text/plain; charset=${fill('x', 60_000)}\r\n\r\na`),
  mail('HTML of nested elements', `content-type: text/html\r\n\r\n${fill('<div>', 900_000)}`),
  mail('HTML of attributes', `content-type: text/html\r\n\r\n<a ${fill('a="b" ', 900_000)}>`),
  mail(
    'a report with 20,000 recipients',
    `${report}${status}${lines('final-recipient: rfc822; a@b.example\r\naction: failed\r\nstatus: 5.1.1\r\n', 900_000)}`,
  ),
  mail(
    'a report with one diagnosis of 900 KB',
    `${report}${status}diagnostic-code: smtp; ${fill('550-5.1.1 ', 900_000)}\r\n`,
  ),
  mail(
    'a report of spam about many mails',
    `content-type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\ncontent-type: message/feedback-report\r\n\r\n${lines('original-mail-from: <a@b.example>', 900_000)}`,
  ),
  mail('10 MB', fill('a\r\n', 10_000_000)),
  {
    name: 'commands of 2 MB, without an end, and 100,000 of them',
    async run(attacked) {
      await converse(attacked, [fill('A', 2_000_000)]);
      await converse(attacked, [`EHLO ${fill('a', 500_000)}\r\n`]);
      await converse(attacked, [`MAIL FROM:<${fill('a@', 500_000)}>\r\n`]);
      await converse(attacked, ['EHLO a\r\n', fill('NOOP\r\n', 600_000)]);
      await converse(attacked, ['EHLO a\r\n', fill('RCPT TO:<a@b.example>\r\n', 600_000)]);
      return [];
    },
  },
  {
    name: '300 connections that say nothing',
    async run({ inboundPort }) {
      const sockets = Array.from({ length: 300 }, () => connect(inboundPort, '127.0.0.1'));
      for (const socket of sockets) socket.on('error', () => {});
      await new Promise((resolve) => {
        setTimeout(resolve, 1_000);
      });
      for (const socket of sockets) socket.destroy();
      return [];
    },
  },
];
