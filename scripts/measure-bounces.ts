import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isUnknownMailbox } from '../server/src/features/mail/events/index.ts';
import { parseInbound } from '../server/src/features/mail/feedback/inbound/parse-inbound.ts';

/**
 * Measures how well returned mails are understood. It reads a folder of mails (.eml, or mailboxes in the format mbox), each as
 * if it had come with the null sender, and prints a table for docs/email-feedback.md.
 *
 * `--reasons FOLDER` names the folder of expectations of the test suite of go-sisimai (`fact`), which says for each file of its
 * set why the mail came back. Without it the files are told apart by their names alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reasons: { type: 'string' }, each: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('npm run measure:bounces -- FOLDER [--reasons FOLDER] [--each]\n');
  process.exit(2);
}

/** Reasons of refusals that say nothing about the address: it is the sender that is not wanted. */
const blamingUs = ['blocked', 'rejected', 'authfailure', 'requireptr', 'policyviolation', 'spamdetected'];

interface Measured {
  readonly name: string;
  readonly reasons: readonly string[];
  readonly type: string;
  readonly action: string;
  readonly status: string;
  readonly bounce: string;
}

/** The reasons that the expectations name, by file. */
function readReasons(from: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(from)) {
    const group = /^\d+-((?:lhost|rhost)-\w+|rfc\d+|arf)_test\.go$/.exec(file)?.[1];
    if (group === undefined) continue;
    const [, listed = ''] = readFileSync(path.join(from, file), 'utf8').split('publiclist :=', 2);
    const [list = ''] = listed.split('EngineTest', 1);
    for (const [, number, reason] of list.matchAll(/\{"(\d+)",\s*\d+,\s*"[^"]*",\s*"[^"]*",\s*"([^"]*)"/g)) {
      const name = `${group}-${number}.eml`;
      found.set(name, [...(found.get(name) ?? []), reason ?? '']);
    }
  }
  return found;
}

/** The mails of a file: one, or those of a mailbox. */
function mailsOf(file: string): readonly Buffer[] {
  const raw = readFileSync(file);
  if (file.endsWith('.eml')) return [raw];
  const mails = raw.toString('latin1').split(/^From [^\n]*\n/m);
  return mails.filter((mail) => mail.trim() !== '').map((mail) => Buffer.from(mail, 'latin1'));
}

async function measure(from: string, reasons: ReadonlyMap<string, readonly string[]>): Promise<Measured[]> {
  const measured: Measured[] = [];
  const files = readdirSync(from).toSorted();
  for (const name of files.filter((one) => statSync(path.join(from, one)).isFile())) {
    for (const raw of mailsOf(path.join(from, name))) {
      const content = (await parseInbound(raw, ''))?.content;
      const isBounce = content?.type === 'bounce';
      measured.push({
        name,
        reasons: reasons.get(name) ?? [],
        type: content?.type ?? 'unreadable',
        action: isBounce ? content.action : '',
        status: isBounce ? (content.status ?? '') : '',
        bounce: isBounce ? content.bounce : '',
      });
    }
  }
  return measured;
}

const isComplaint = ({ name, reasons }: Measured) => name.startsWith('arf-') || reasons.includes('feedback');
const isAbsence = ({ name, reasons }: Measured) =>
  name.startsWith('rfc3834-') || reasons.includes('vacation');
const isDelivered = ({ reasons }: Measured) => reasons.includes('delivered');
const blamesUs = ({ reasons }: Measured) =>
  reasons.length > 0 && reasons.every((reason) => blamingUs.includes(reason));
const counts = ({ action, bounce }: Measured) =>
  action === 'failed' && (bounce === 'hard' || bounce === 'soft');
const isForGood = (one: Measured) => one.bounce === 'hard' && counts(one) && isUnknownMailbox(one.status);

function row(name: string, measured: readonly Measured[]): string {
  const reports = measured.filter((one) => !isComplaint(one) && !isAbsence(one) && !isDelivered(one));
  const ours = reports.filter(blamesUs);
  const unknown = reports.filter(
    ({ reasons }) => reasons.length > 0 && reasons.every((one) => one === 'userunknown'),
  );
  const cells = [
    share(reports, ({ type }) => type === 'bounce'),
    share(ours, counts),
    share(ours, isForGood),
    share(unknown, ({ bounce }) => bounce === 'hard'),
    share(
      measured.filter((one) => isAbsence(one) || isDelivered(one)),
      ({ type }) => type === 'bounce',
    ),
    share(measured.filter(isComplaint), ({ type }) => type === 'complaint'),
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function share(all: readonly Measured[], is: (one: Measured) => boolean): string {
  return `${all.filter(is).length} of ${all.length}`;
}

/** Rules are tuned with one half of the files; the other shows whether they hold for others. */
const isTuned = ({ name }: Measured) => (createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 0;

const measured = await measure(
  folder,
  values.reasons === undefined ? new Map() : readReasons(values.reasons),
);
if (values.each) {
  for (const { name, reasons, type, action, status, bounce } of measured)
    process.stdout.write(`${[name, type, action, status, bounce, reasons.join(',')].join('\t')}\n`);
}
process.stdout.write(
  [
    '| | reports recognised | refusals of us that count against the address | for good | unknown mailboxes that count as final | absences and deliveries taken for a bounce | complaints |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    row('rules were tuned with', measured.filter(isTuned)),
    row(
      'the other half',
      measured.filter((one) => !isTuned(one)),
    ),
    row('all', measured),
    '',
  ].join('\n'),
);
