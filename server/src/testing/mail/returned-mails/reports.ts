import { lines, returnedHeader } from './returned-mail.ts';

/** A report of spam (RFC 5965) by a feedback loop, to an address that is not the return path. */
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
