/** Mails as servers return them, each to the return path of the mail that it is about. */

const lines = (...given: readonly string[]) => given.join('\r\n');

/** The mail that is returned, as its last server had it. */
const returnedHeader = (returnPath: string) =>
  lines(
    `Return-Path: <${returnPath}>`,
    'Received: from rolecall.example (rolecall.example [192.0.2.10]) by mx.example.net',
    'From: Rolecall <jobs@rolecall.example>',
    'To: Ada <ada@example.net>',
    'Subject: Harbour Pilot at North Quay',
    'Message-ID: <018f@rolecall.example>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );

export interface ReturnedMailOptions {
  readonly returnPath: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly action?: string;
  /** Whom the bounce says that it failed for. */
  readonly recipient?: string;
  readonly messageId?: string;
}

function withDefaults(options: ReturnedMailOptions) {
  return {
    status: '5.1.1',
    diagnostic: 'smtp; 550 5.1.1 <ada@example.net>: Recipient address rejected: User unknown',
    action: 'failed',
    recipient: 'ada@example.net',
    messageId: '20260901120000.4F2A@mx.example.net',
    ...options,
  };
}

export function postfixBounce(options: ReturnedMailOptions): string {
  const { returnPath, status, diagnostic, action, recipient, messageId } = withDefaults(options);
  return lines(
    'Return-Path: <>',
    'Received: by mx.example.net (Postfix) id 4F2A; Tue,  1 Sep 2026 12:00:00 +0000 (UTC)',
    'Date: Tue,  1 Sep 2026 12:00:00 +0000 (UTC)',
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${returnPath}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="A1B2.1756728000/mx.example.net"',
    'Content-Transfer-Encoding: 8bit',
    `Message-Id: <${messageId}>`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--A1B2.1756728000/mx.example.net',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mx.example.net.',
    '',
    `<${recipient}>: host said: ${diagnostic}`,
    '',
    '--A1B2.1756728000/mx.example.net',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    'X-Postfix-Queue-ID: 4F2A',
    `X-Postfix-Sender: rfc822; ${returnPath}`,
    'Arrival-Date: Tue,  1 Sep 2026 11:59:59 +0000 (UTC)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mail.example.net',
    `Diagnostic-Code: ${diagnostic.slice(0, 40)}`,
    `    ${diagnostic.slice(40)}`,
    '',
    '--A1B2.1756728000/mx.example.net',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    returnedHeader(returnPath),
    '',
    '--A1B2.1756728000/mx.example.net--',
    '',
  );
}

/** Exim gives a general status, and tells the reason beside it. */
export function eximBounce(options: ReturnedMailOptions): string {
  const { returnPath, diagnostic, recipient, messageId } = withDefaults(options);
  return lines(
    'Return-path: <>',
    'Received: from Debian-exim by mx.example.net with local (Exim 4.96)',
    `X-Failed-Recipients: ${recipient}`,
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery System <Mailer-Daemon@mx.example.net>',
    `To: ${returnPath}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=1756728000-eximdsn-1',
    'MIME-Version: 1.0',
    'Subject: Mail delivery failed: returning message to sender',
    `Message-Id: <${messageId}>`,
    '',
    '--1756728000-eximdsn-1',
    'Content-type: text/plain; charset=us-ascii',
    '',
    'A message that you sent could not be delivered to one or more of its recipients.',
    '',
    '--1756728000-eximdsn-1',
    'Content-type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    'Action: failed',
    `Final-Recipient: rfc822;${recipient}`,
    'Status: 5.0.0',
    'Remote-MTA: dns; mail.example.net',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--1756728000-eximdsn-1',
    'Content-type: message/rfc822',
    '',
    returnedHeader(returnPath),
    '',
    'The text of the mail.',
    '--1756728000-eximdsn-1--',
    '',
  );
}

/** Exchange writes its parts in base64, and to nobody's name. */
export function exchangeBounce(options: ReturnedMailOptions): string {
  const { returnPath, status, recipient, messageId } = withDefaults(options);
  const report = lines(
    'Reporting-MTA: dns;AM0PR01.eurprd01.prod.exchangelabs.com',
    'Received-From-MTA: dns;mail.rolecall.example',
    '',
    `Final-Recipient: rfc822;${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup`,
    'X-Display-Name: Ada',
    '',
  );
  return lines(
    'From: <postmaster@example.onmicrosoft.com>',
    `To: <${returnPath}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="9b2c-exchange"',
    'X-MS-Exchange-Message-Is-Ndr:',
    'Content-Language: de-DE',
    `Message-ID: <${messageId}>`,
    'In-Reply-To: <018f@rolecall.example>',
    'Subject: =?utf-8?Q?Unzustellbar:_Harbour_Pilot?=',
    'Auto-Submitted: auto-replied',
    '',
    '--9b2c-exchange',
    'Content-Type: text/html; charset="utf-8"',
    '',
    '<p>Ihre Nachricht konnte nicht zugestellt werden.</p>',
    '--9b2c-exchange',
    'Content-Type: message/delivery-status',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(report).toString('base64'),
    '--9b2c-exchange',
    'Content-Type: message/rfc822',
    '',
    returnedHeader(returnPath),
    '',
    '--9b2c-exchange--',
    '',
  );
}

/** Gmail has a picture in its bounce, and a mail to the sender's address instead of the return path in some cases. */
export function gmailBounce(options: ReturnedMailOptions): string {
  const { returnPath, status, recipient, messageId } = withDefaults(options);
  return lines(
    `Delivered-To: ${returnPath}`,
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'To: jobs@rolecall.example',
    'Auto-Submitted: auto-replied',
    'Subject: Delivery Status Notification (Failure)',
    `X-Failed-Recipients: ${recipient}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; boundary="000000000000g"; report-type=delivery-status',
    `Message-ID: <${messageId}>`,
    '',
    '--000000000000g',
    'Content-Type: multipart/related; boundary="000000000000h"',
    '',
    '--000000000000h',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    '** Address not found **',
    '',
    '--000000000000h',
    'Content-Type: image/png; name="icon.png"',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <icon.png>',
    '',
    'iVBORw0KGgo=',
    '--000000000000h--',
    '--000000000000g',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.com',
    'Arrival-Date: Tue, 01 Sep 2026 05:00:00 -0700 (PDT)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550-${status} The email account that you tried to reach does not exist. Please try`,
    ` 550-${status} double-checking the recipient's email address.`,
    'Last-Attempt-Date: Tue, 01 Sep 2026 05:00:01 -0700 (PDT)',
    '',
    '--000000000000g',
    'Content-Type: message/rfc822',
    '',
    returnedHeader(returnPath),
    '',
    '----- Message truncated -----',
    '--000000000000g--',
    '',
  );
}

/** qmail, and others that have never heard of a standard. */
export function plainBounce(options: ReturnedMailOptions): string {
  const { returnPath, diagnostic, recipient, messageId } = withDefaults(options);
  return lines(
    'From: MAILER-DAEMON@mx.example.net',
    `To: ${returnPath}`,
    'Subject: failure notice',
    `Message-ID: <${messageId}>`,
    '',
    'Hi. This is the qmail-send program at mx.example.net.',
    '',
    `<${recipient}>:`,
    `192.0.2.55 does not like recipient. Remote host said: ${diagnostic}`,
    '',
    '--- Below this line is a copy of the message.',
    '',
    returnedHeader(returnPath),
    '',
  );
}

/** A report of spam (RFC 5965) as feedback loops send it, to an address that is not the return path. */
export function spamReport({
  returnPath,
  to,
  type = 'abuse',
}: {
  readonly returnPath: string;
  readonly to: string;
  readonly type?: string;
}): string {
  return lines(
    'From: <feedback@isp.example>',
    `To: <${to}>`,
    'Subject: FW: Harbour Pilot',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d"',
    `Message-ID: <${type}.1@isp.example>`,
    '',
    '--part1_13d',
    'Content-Type: text/plain; charset="US-ASCII"',
    '',
    'This is an email abuse report.',
    '',
    '--part1_13d',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    `Original-Mail-From: <${returnPath}>`,
    'Arrival-Date: Tue, 1 Sep 2026 14:00:00 UTC',
    '',
    '--part1_13d',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    returnedHeader('redacted@isp.example'),
    '',
    'Text',
    '--part1_13d--',
    '',
  );
}

export function absence(returnPath: string): string {
  return lines(
    'From: Ada <ada@example.net>',
    `To: ${returnPath}`,
    'Subject: Automatic reply: Harbour Pilot',
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'Message-ID: <away@example.net>',
    '',
    'I am away. The code of my door is 5.1.1.',
    '',
  );
}
