import { lines, returnedHeader } from './returned-mail.ts';

/** A mail with a text of its own, as the server of a stranger would send it. */
export function notice({
  to,
  from = 'MAILER-DAEMON <>',
  subject = 'failure notice',
  text,
  more = [],
}: {
  readonly to: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
  /** More fields of the header. */
  readonly more?: readonly string[];
}): string {
  return lines(
    ...more,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...text.split('\n'),
    '',
  );
}

/** A report of Microsoft's programme for junk mail, which follows no standard. */
export function junkReport({
  returnPath,
  to,
  field = 'X-HmXmrOriginalRecipient: ada@example.net',
}: {
  readonly returnPath: string;
  readonly to: string;
  readonly field?: string;
}): string {
  return lines(
    'From: staff@hotmail.com',
    `To: ${to}`,
    'Subject: complaint about message from 192.0.2.10',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="junk"',
    '',
    '--junk',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    field,
    returnedHeader(returnPath),
    '',
    'Text',
    '--junk--',
    '',
  );
}
