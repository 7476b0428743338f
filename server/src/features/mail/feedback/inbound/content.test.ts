import { describe, expect, test } from 'vitest';
import { notice } from '../../../../testing/mail/returned-mails/notices.ts';
import { returnedHeader } from '../../../../testing/mail/returned-mails/returned-mail.ts';
import { postfixBounce } from '../../../../testing/mail/returned-mails/server-bounces.ts';
import { parseInbound } from './parse-inbound.ts';

const returnPath = `b+${'0'.repeat(32)}.${'a'.repeat(24)}@bounces.rolecall.example`;
const person = 'Ada <ada@example.net>';
/** The sender of the envelope. */
const nobody = '';

async function read(mail: string, sender: string | null = nobody) {
  return (await parseInbound(Buffer.from(mail), sender))?.content;
}
const readText = (text: string, options: { from?: string; subject?: string; more?: string[] } = {}) =>
  read(notice({ to: returnPath, text, ...options }));

describe('a bounce without a standard form', () => {
  test.each([
    ['a daemon without an address', '550 5.1.1 There is nobody of that name', '5.1.1', 'hard'],
    ['no enhanced status', 'Remote host said: 550 User unknown', null, 'hard'],
    ['a colon behind the reply', '<ada@example.net>:\n550: : User unknown', null, 'hard'],
    [
      'a conversation',
      '>>> MAIL From:<b@bounces.example>\n<<< 250 2.1.0 Sender ok\n>>> RCPT To:<ada@example.net>\n<<< 550 5.1.1 User unknown',
      '5.1.1',
      'hard',
    ],
    [
      'words alone',
      'Your message could not be delivered.\n\n  ada@example.net\n    Unknown recipient',
      null,
      'hard',
    ],
    [
      'a full mailbox',
      'It could not be delivered to <ada@example.net>\nas their mailbox is full.',
      null,
      'soft',
    ],
    ['time that ran out', 'Unable to deliver it after multiple retries, giving up.', null, 'soft'],
    ['a refusal of ours', 'Remote host said: 554 5.7.1 Client host blocked', '5.7.1', 'blocked'],
    [
      'our name',
      'Connected to 192.0.2.3 but my name was rejected.\nRemote host said: 501 5.0.0 Invalid name',
      '5.0.0',
      'blocked',
    ],
    ['the mail itself', 'host mx.example said: 552 Message size exceeds the limit', null, 'content'],
  ])('tells by %s', async (_name, text, status, bounce) => {
    expect(await readText(text)).toMatchObject({ type: 'bounce', action: 'failed', status, bounce });
  });

  test.each([
    ['Unzustellbar: Harbour Pilot', 'Ihre Nachricht konnte nicht zugestellt werden.'],
    ['Échec de la remise', 'Le message n’a pas pu être remis.'],
    ['Correo devuelto', 'No se ha podido entregar el mensaje.'],
    ['Mancato recapito', 'Impossibile recapitare il messaggio.'],
    ['Недоставленное сообщение', 'Письмо не может быть доставлено.'],
    ['配信エラー通知', 'メールを配信できませんでした。'],
  ])('is recognised in other languages: %s', async (subject, text) => {
    expect(await readText(text, { subject, from: 'postmaster@example.net' })).toMatchObject({
      type: 'bounce',
    });
    expect(await readText(text, { subject, from: 'noreply@example.net' })).toMatchObject({ type: 'bounce' });
  });

  test('is known by the null sender, which the envelope proves more than the header', async () => {
    const mail = notice({
      to: returnPath,
      from: 'noreply@example.net',
      subject: 'Mail',
      text: 'It was not delivered: 550 User unknown',
    });
    expect(await read(mail, nobody)).toMatchObject({ type: 'bounce', bounce: 'hard' });
    expect(await read(mail, 'noreply@example.net')).toEqual({ type: 'other' });
    expect(await read(`Return-Path: <>\r\n${mail}`, null)).toMatchObject({ type: 'bounce' });
    expect(await read(mail, null)).toEqual({ type: 'other' });
  });

  test('is read without the mail that it returns', async () => {
    const returned = `${returnedHeader(returnPath)}\n\nThe door has code 550 5.7.1 and is blocked by our spam policy.`;
    for (const marker of [
      '--- Below this line is a copy of the message.',
      'Message headers follow.',
      '----- Original message -----',
      '',
    ])
      expect(
        await readText(`Remote host said: 550 5.1.1 User unknown\n\n${marker}\n\n${returned}`),
      ).toMatchObject({
        status: '5.1.1',
        bounce: 'hard',
      });
  });

  test('may have lost its parts', async () => {
    const text =
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ada@example.net\nAction: failed\nStatus: 5.1.1\n';
    const report = ['Content-Type: multipart/report; report-type=delivery-status; boundary=gone'];
    expect(
      await read(
        `${report}\r\n${notice({ to: returnPath, text }).replace(/Content-Type: text[^\r]*\r\n/, '')}`,
      ),
    ).toMatchObject({
      status: '5.1.1',
    });
    expect(await readText(text)).toMatchObject({ type: 'bounce', status: '5.1.1', bounce: 'hard' });
  });

  test('can be HTML', async () => {
    const html = '<html><p>Your message was not delivered.</p><p>550 5.1.1 User&nbsp;unknown</p></html>';
    const mail = notice({ to: returnPath, text: html }).replace('text/plain', 'text/html');
    expect(await read(mail)).toMatchObject({ type: 'bounce', status: '5.1.1' });
  });
});

describe('a server that is still trying', () => {
  test.each([
    ['Warning: could not send message for past 4 hours', 'The message will be retried.'],
    [
      'Delivery Status Notification (Delay)',
      'This is a warning message only. It has been delayed: 421 try later',
    ],
    ['Zustellung verzögert', 'Weitere Zustellversuche folgen.'],
  ])('has not given up: %s', async (subject, text) => {
    expect(await readText(text, { subject })).toMatchObject({ type: 'bounce', action: 'delayed' });
  });

  test('has given up when it says so', async () => {
    const text = 'It was delayed, and now I am giving up. This is a permanent error.';
    expect(await readText(text, { subject: 'Returned mail' })).toMatchObject({
      action: 'failed',
      bounce: 'soft',
    });
  });
});

describe('no bounce', () => {
  test.each([
    ['Out of office', 'I am away until May. The code of my door is 5.1.1.'],
    ['Automatic reply: Harbour Pilot', 'My mailbox is full of mail, and I will be back on Monday.'],
    ['Automatische Antwort', 'Ich bin im Urlaub. In dringenden Fällen wählen Sie 550 123.'],
    ['Absence du bureau', 'Je suis absent jusqu’à lundi.'],
    ['Respuesta automática', 'Estoy de vacaciones.'],
    ['Re: Harbour Pilot', 'I no longer work here. Mail to me could not be delivered to my successor.'],
    ['自動応答', '不在にしております。'],
    ['Harbour Pilot', 'Thank you, we have received your message.'],
  ])('is an answer for somebody, with the null sender and no mark: %s', async (subject, text) => {
    for (const more of [[], ['Auto-Submitted: auto-replied'], ['Precedence: bulk', 'X-Autoreply: yes']])
      expect((await readText(text, { from: person, subject, more }))?.type).not.toBe('bounce');
  });

  test('is an absence that a server sends in its own name', async () => {
    expect(
      await readText('I am out of the office.', { from: 'postmaster@example.net', subject: 'Out of office' }),
    ).toEqual({
      type: 'other',
    });
  });

  test.each(['delivered', 'relayed', 'expanded'])('is a report that a mail was %s', async (action) => {
    const options = { returnPath, action, status: '2.0.0', diagnostic: 'smtp; 250 2.0.0 ok' };
    expect(await read(postfixBounce(options))).toEqual({ type: 'other' });
  });

  test.each([
    ['Delivery Status Notification (Success)', 'Your message was successfully delivered.'],
    ['Successful Mail Delivery Report', 'It was delivered to <ada@example.net>.'],
    ['Relayed: Harbour Pilot', 'Delivery to these recipients or groups is complete.'],
    ['Zugestellt: Harbour Pilot', 'Ihre Nachricht wurde zugestellt.'],
  ])('is a text that says that it has arrived: %s', async (subject, text) => {
    expect(await readText(text, { subject })).toEqual({ type: 'other' });
  });

  test('is a receipt of who deleted it unread', async () => {
    const mail = notice({
      to: returnPath,
      text: 'Your message was not delivered to a reader: it was deleted.',
    }).replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: message/disposition-notification');
    expect((await read(mail))?.type).not.toBe('bounce');
  });

  test('is what a person forwards', async () => {
    const text = '> 550 5.1.1 User unknown\n\nLook what came back, undeliverable!';
    expect(
      await read(notice({ to: returnPath, from: person, text, subject: 'Fwd' }), 'ada@example.net'),
    ).toEqual({
      type: 'other',
    });
  });
});
