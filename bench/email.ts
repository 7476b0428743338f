import { parseArgs } from 'node:util';
import { measureBulkRun, measureEmbeddedRun } from './email/bulk-run.ts';
import { measurePeer, measureSender, measureTwoSenders, startSink } from './email/processes.ts';
import { verdict } from './realtime/measured-server.ts';

/**
 * What a mail costs from its payload to a mail server on this machine, beside Nodemailer and a peer, and how long a
 * password reset waits during a bulk run whose worker is killed. Prints a table for docs/benchmarks.md.
 */
const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '20000' },
    deliveries: { type: 'string', default: '50000' },
    'embedded-deliveries': { type: 'string', default: '5000' },
    connections: { type: 'string', default: '20' },
    peer: { type: 'string', default: '../shared/bench/pipeline/peer.py' },
    port: { type: 'string', default: '9360' },
  },
});
const goals = {
  unsigned: 2_000,
  signed: 600,
  cpuMicroseconds: 500,
  timesNodemailer: 4,
  timesPeer: 10,
  p95Ms: 2_000,
};
const mails = Number(values.mails);
const port = Number(values.port);
const connections = Number(values.connections);
const sink = await startSink(port);

try {
  const unsigned = await measureSender('unsigned', mails, port);
  const { bytes, mails: received } = await sink.report();
  const signed = await measureSender('signed', Math.ceil(mails / 4), port);
  const nodemailer = await measureSender('nodemailer', Math.ceil(mails / 8), port);
  const together = await measureTwoSenders(mails, port);
  const peer = await measurePeer(values.peer, Math.min(2_000, mails), port);
  const row = (name: string, { perSecond, cpuMicroseconds }: typeof unsigned) =>
    `| ${name} | ${perSecond.toFixed(0)} | ${cpuMicroseconds.toFixed(0)} | ${(unsigned.perSecond / perSecond).toFixed(1)} |\n`;
  process.stdout.write(
    `\npersonal mails of ${(bytes / received / 1_000).toFixed(1)} KB, one core, ${10} connections\n\n` +
      '| | mails/s | CPU µs a mail | unsigned is … times as fast |\n|---|---|---|---|\n' +
      row('unsigned', unsigned) +
      row('signed (RSA, 2,048 bits)', signed) +
      row('the same mails by Nodemailer', nodemailer) +
      `| unsigned, two processes on all cores | ${together.toFixed(0)} | | |\n` +
      (peer === null
        ? ''
        : `| peer, two processes on all cores, 6 KB | ${peer} | | ${(unsigned.perSecond / peer).toFixed(1)} |\n`) +
      '\n',
  );
  verdict(
    'unsigned',
    `${unsigned.perSecond.toFixed(0)}/s (goal ${goals.unsigned})`,
    unsigned.perSecond >= goals.unsigned,
  );
  verdict(
    'signed',
    `${signed.perSecond.toFixed(0)}/s (goal ${goals.signed})`,
    signed.perSecond >= goals.signed,
  );
  verdict(
    'CPU of an unsigned mail',
    `${unsigned.cpuMicroseconds.toFixed(0)} µs (goal ${goals.cpuMicroseconds})`,
    unsigned.cpuMicroseconds <= goals.cpuMicroseconds,
  );
  const timesNodemailer = nodemailer.cpuMicroseconds / unsigned.cpuMicroseconds;
  verdict(
    'beside Nodemailer',
    `${timesNodemailer.toFixed(1)} times less CPU, ${(unsigned.perSecond / nodemailer.perSecond).toFixed(1)} times as fast (goal ${goals.timesNodemailer})`,
    timesNodemailer >= goals.timesNodemailer,
  );
  if (peer === null) process.stdout.write('not run  beside a peer: name it with --peer\n');
  else {
    const times = together / peer;
    verdict(
      'beside the peer',
      `${times.toFixed(1)} times on as many cores, ${(unsigned.perSecond / peer).toFixed(1)} times on one (goal ${goals.timesPeer})`,
      times >= goals.timesPeer,
    );
  }

  await sink.report();
  const deliveries = Number(values.deliveries);
  const bulk = await measureBulkRun({ deliveries, port, connections, report: sink.report });
  const at = (share: number) =>
    bulk.resetMs[Math.min(bulk.resetMs.length - 1, Math.floor(bulk.resetMs.length * share))] ?? Number.NaN;
  verdict(
    `password resets during a run of ${deliveries} on PostgreSQL (${bulk.perSecond.toFixed(0)}/s)`,
    `p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, max ${at(1).toFixed(0)} ms over ${bulk.resetMs.length} (goal p95 ${goals.p95Ms} ms)`,
    at(0.95) < goals.p95Ms,
  );
  verdict(
    'kill -9 in the middle of it',
    `${bulk.lost} lost, ${bulk.doubles} twice (goal 0 lost, at most ${bulk.inFlight} twice)`,
    bulk.lost === 0 && bulk.doubles <= bulk.inFlight,
  );
  const embedded = await measureEmbeddedRun(Number(values['embedded-deliveries']), port, connections);
  process.stdout.write(`measured on the embedded database: ${embedded.toFixed(0)} mails/s\n`);
} finally {
  sink.stop();
}
