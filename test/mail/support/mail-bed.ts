import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, temporaryFolder } from '../../support/server.ts';
import { run, startProgram, waitForPort } from './programs.ts';

/** Domain of the recipients' mailboxes. */
export const peopleDomain = 'people.test';
/** Domain of the sender. */
export const senderDomain = 'rolecall.test';
export const bounceDomain = 'bounces.rolecall.test';
export const mailboxPassword = 'secret';

/** A key pair for DKIM. */
export interface DkimKeys {
  readonly selector: string;
  readonly privateKey: string;
  /** Its record in the DNS. */
  readonly record: string;
}

export function createDkimKeys(selector: string): DkimKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    selector,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=rsa; p=${publicKey}`,
  };
}

/**
 * Mail servers as operators have them: a Postfix that takes mails from us, in front of a Dovecot with the mailboxes.
 * Everything lies in one folder and listens on ports of its own of 127.0.0.1; nothing of the system is touched.
 */
export interface MailBed {
  /** Port at which OpenDKIM signs incoming mails. */
  readonly signingPort: number;
  /** Port at which OpenDKIM verifies signatures of incoming mails, and records the result. */
  readonly verifyingPort: number;
  readonly imapPort: number;
  /** Port to which Postfix delivers mail for the bounce domain. */
  readonly bouncePort: number;
  /** What Postfix has written so far. */
  log(): string;
  close(): Promise<void>;
}

export async function startMailBed(options: {
  /** Local parts of the addresses that have a mailbox. */
  readonly mailboxes: readonly string[];
  readonly openDkimKeys: DkimKeys;
  /** Keys that the DNS of the verifying OpenDKIM has. */
  readonly knownKeys: readonly DkimKeys[];
  readonly policyPort: number;
}): Promise<MailBed> {
  const folder = temporaryFolder();
  // Each of the programs goes on as a user of its own.
  chmodSync(folder, 0o755);
  const [signingPort, verifyingPort, imapPort, lmtpPort, bouncePort, signerPort, verifierPort] =
    await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort(), freePort(), freePort()]);
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    for (const { config, port } of [
      { config: writeSigner(folder, signerPort, options.openDkimKeys), port: signerPort },
      { config: writeVerifier(folder, verifierPort, options.knownKeys), port: verifierPort },
    ]) {
      const { stop } = await startProgram('opendkim', ['-f', '-x', config], port);
      closers.push(stop);
    }
    const dovecot = writeDovecot(folder, { imapPort, lmtpPort, mailboxes: options.mailboxes });
    const { stop } = await startProgram('dovecot', ['-F', '-c', dovecot], imapPort);
    closers.push(stop);

    const postfix = writePostfix(folder, {
      inlets: [
        { port: signingPort, milterPort: signerPort },
        { port: verifyingPort, milterPort: verifierPort },
      ],
      lmtpPort,
      bouncePort,
      policyPort: options.policyPort,
    });
    await run('postfix', ['-c', postfix, 'start']);
    // To stop in peace takes it five seconds.
    closers.push(() => run('postfix', ['-c', postfix, 'abort']));
    await Promise.all([waitForPort(signingPort), waitForPort(verifyingPort)]);
    return {
      signingPort,
      verifyingPort,
      imapPort,
      bouncePort,
      log: () => readFileSync(path.join(folder, 'postfix.log'), 'utf8'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function writeSigner(folder: string, port: number, keys: DkimKeys): string {
  const key = path.join(folder, 'opendkim.pem');
  writeFileSync(key, keys.privateKey, { mode: 0o600 });
  own(key, 'opendkim');
  return write(folder, 'opendkim-sign.conf', [
    'Mode s',
    `Socket inet:${port}@127.0.0.1`,
    `Domain ${senderDomain}`,
    `Selector ${keys.selector}`,
    `KeyFile ${key}`,
    'RequireSafeKeys no',
    'Canonicalization relaxed/relaxed',
    'SignHeaders *,+list-unsubscribe-post,+feedback-id,+auto-submitted',
    'OversignHeaders From',
    'InternalHosts 127.0.0.1',
    'UserID opendkim',
  ]);
}

function writeVerifier(folder: string, port: number, keys: readonly DkimKeys[]): string {
  const records = write(
    folder,
    'dns.txt',
    keys.map(({ selector, record }) => `${selector}._domainkey.${senderDomain} ${record}`),
  );
  return write(folder, 'opendkim-verify.conf', [
    'Mode v',
    `Socket inet:${port}@127.0.0.1`,
    `TestDNSData file:${records}`,
    'AuthservID mx.people.test',
    'On-BadSignature accept',
    // What comes from here is verified, too.
    'InternalHosts 192.0.2.1',
    'ExternalIgnoreList 192.0.2.1',
    'UserID opendkim',
  ]);
}

function writeDovecot(
  folder: string,
  { imapPort, lmtpPort, mailboxes }: { imapPort: number; lmtpPort: number; mailboxes: readonly string[] },
): string {
  const home = path.join(folder, 'dovecot');
  const mail = path.join(home, 'mail');
  mkdirSync(path.join(home, 'state'), { recursive: true });
  mkdirSync(mail);
  own(mail, 'dovecot');
  const ids = `${idOf('-u', 'dovecot')}:${idOf('-g', 'dovecot')}`;
  const users = write(
    home,
    'users',
    mailboxes.map((name) => `${name}@${peopleDomain}:{PLAIN}${mailboxPassword}:${ids}::${mail}::`),
  );
  return write(home, 'dovecot.conf', [
    `base_dir = ${home}/run`,
    `state_dir = ${home}/state`,
    `log_path = ${home}/log`,
    'protocols = imap lmtp',
    'listen = 127.0.0.1',
    'ssl = no',
    'disable_plaintext_auth = no',
    `mail_location = maildir:${mail}/%u`,
    'first_valid_uid = 1',
    `passdb {\n  driver = passwd-file\n  args = scheme=PLAIN username_format=%u ${users}\n}`,
    `userdb {\n  driver = passwd-file\n  args = username_format=%u ${users}\n}`,
    `service imap-login {\n  inet_listener imap {\n    port = ${imapPort}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    `service lmtp {\n  inet_listener lmtp {\n    address = 127.0.0.1\n    port = ${lmtpPort}\n  }\n}`,
    `protocol lmtp {\n  postmaster_address = postmaster@${peopleDomain}\n}`,
  ]);
}

interface PostfixPlan {
  readonly inlets: readonly { readonly port: number; readonly milterPort: number }[];
  readonly lmtpPort: number;
  readonly bouncePort: number;
  readonly policyPort: number;
}

function writePostfix(folder: string, { inlets, lmtpPort, bouncePort, policyPort }: PostfixPlan): string {
  const config = path.join(folder, 'postfix');
  const data = path.join(folder, 'postfix-data');
  mkdirSync(config);
  mkdirSync(data);
  mkdirSync(path.join(folder, 'queue'));
  own(data, 'postfix');
  const policy = `check_policy_service inet:127.0.0.1:${policyPort}`;
  write(config, 'main.cf', [
    'compatibility_level = 3.6',
    `queue_directory = ${folder}/queue`,
    `data_directory = ${data}`,
    `maillog_file = ${folder}/postfix.log`,
    `maillog_file_prefixes = ${path.dirname(folder)}`,
    `myhostname = mx.${peopleDomain}`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'mynetworks = 127.0.0.0/8',
    'mydestination =',
    'alias_maps =',
    'alias_database =',
    'local_recipient_maps =',
    'local_transport = error:5.1.1 nobody lives here',
    'default_transport = error:5.4.4 nothing leaves this machine',
    'disable_dns_lookups = yes',
    `virtual_mailbox_domains = ${peopleDomain}`,
    `virtual_transport = lmtp:inet:127.0.0.1:${lmtpPort}`,
    `relay_domains = ${bounceDomain}`,
    `transport_maps = inline:{ ${bounceDomain}=smtp:[127.0.0.1]:${bouncePort} }`,
    `smtpd_recipient_restrictions = ${policy}, permit_mynetworks, reject`,
    `smtpd_end_of_data_restrictions = ${policy}`,
    'milter_default_action = tempfail',
    // A bounce that comes before we listen is tried again soon.
    'minimal_backoff_time = 2s',
    'queue_run_delay = 2s',
  ]);
  write(config, 'master.cf', [
    ...inlets.map(
      ({ port, milterPort }) =>
        `127.0.0.1:${port} inet n - n - - smtpd\n  -o smtpd_milters=inet:127.0.0.1:${milterPort}`,
    ),
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'lmtp unix - - n - - lmtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ]);
  return config;
}

function write(folder: string, name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function own(file: string, user: string): void {
  chownSync(file, idOf('-u', user), idOf('-g', user));
}

function idOf(flag: '-u' | '-g', user: string): number {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`There is no user ${user}`);
  return Number(stdout);
}
