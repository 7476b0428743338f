import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** What SpamAssassin says of a mail. */
export interface SpamReport {
  readonly points: number;
  /** Names of the rules that it has met. */
  readonly rules: string;
}

/** Looks at mails with all rules that need no network. One process looks at all of them, since it takes a second to start. */
export async function judge(mails: readonly Buffer[]): Promise<SpamReport[]> {
  const home = await mkdtemp(path.join(tmpdir(), 'rolecall-spam-'));
  try {
    const output = await run(mails.map(asMailboxEntry).join(''), home);
    const reports = output
      .split(/^From somebody@example\.org .*$/m)
      .slice(1)
      .map(readReport);
    if (reports.length !== mails.length) {
      throw new Error(`SpamAssassin has looked at ${reports.length} of ${mails.length} mails`);
    }
    return reports;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const asMailboxEntry = (mail: Buffer) =>
  `From somebody@example.org Tue Sep  1 12:00:00 2026\n${mail
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replaceAll(/^(>*From )/gm, '>$1')}\n`;

async function run(mailbox: string, home: string): Promise<string> {
  // Neither what it has learned on this machine nor anybody's own settings.
  const settings = ['-L', '-x', '--mbox', '--cf', 'use_bayes 0', '--cf', 'use_auto_welcomelist 0'];
  const child = spawn('spamassassin', settings, {
    env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const failed = new Promise<never>((_, reject) => {
    child.on('error', (error) =>
      reject(new Error(`Debian's package spamassassin is needed: ${error.message}`)),
    );
  });
  child.stdin.end(Buffer.from(mailbox, 'latin1'));
  const [output] = await Promise.race([Promise.all([text(child.stdout), text(child.stderr)]), failed]);
  return output;
}

function readReport(mail: string): SpamReport {
  const status = /^X-Spam-Status: [^\n]*(?:\n[ \t][^\n]*)*/m.exec(mail)?.[0].replaceAll(/\n\s+/g, ' ') ?? '';
  const points = /score=(-?[\d.]+)/.exec(status)?.[1];
  if (points === undefined) throw new Error('SpamAssassin has said nothing of a mail');
  return { points: Number(points), rules: /tests=(\S*(?:,\s*\S+)*)/.exec(status)?.[1] ?? '' };
}
