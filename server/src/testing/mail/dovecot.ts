import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real IMAP server with one mailbox, of which nothing is left when it is closed. */
export interface TestImapServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export const imapUser = 'bounces';
export const imapPassword = 'p@ss:word';

/** Whether Dovecot is here, and may be started. */
export function hasDovecot(): boolean {
  return process.getuid?.() === 0 && spawnSync('dovecot', ['--version']).status === 0;
}

/** @param port a free one unless given, so that a server can come back at its place */
export async function startDovecot(folder: string, port?: number): Promise<TestImapServer> {
  const usedPort = port ?? (await freePort());
  const mail = path.join(folder, 'mail');
  mkdirSync(path.join(folder, 'state'), { recursive: true });
  mkdirSync(mail, { recursive: true });
  const uid = idOf('-u');
  const gid = idOf('-g');
  chmodSync(folder, 0o755);
  chownSync(mail, uid, gid);
  const users = path.join(folder, 'users');
  // Its fields are divided by colons, so the password is written with its kind and a hash of it.
  const hash = spawnSync('doveadm', ['pw', '-s', 'SHA256', '-p', imapPassword], { encoding: 'utf8' });
  writeFileSync(users, `${imapUser}:${hash.stdout.trim()}:${uid}:${gid}::${mail}::\n`);
  const config = path.join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    [
      `base_dir = ${folder}/run`,
      `state_dir = ${folder}/state`,
      `log_path = ${folder}/log`,
      'protocols = imap',
      'listen = 127.0.0.1',
      'ssl = no',
      'disable_plaintext_auth = no',
      `mail_location = maildir:${mail}`,
      'first_valid_uid = 1',
      `passdb {\n  driver = passwd-file\n  args = username_format=%u ${users}\n}`,
      `userdb {\n  driver = passwd-file\n  args = username_format=%u ${users}\n}`,
      `service imap-login {\n  inet_listener imap {\n    port = ${usedPort}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
      '',
    ].join('\n'),
  );
  const program = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  const ended = once(program, 'exit');
  await waitForPort(usedPort, () => program.exitCode !== null);
  return {
    port: usedPort,
    url: `imap://${imapUser}:${encodeURIComponent(imapPassword)}@127.0.0.1:${usedPort}`,
    async close() {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** A folder for a server, and the way to remove it. */
export function dovecotFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-imap-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

async function waitForPort(port: number, isOver: () => boolean): Promise<void> {
  for (let time = 0; time < 100; time += 1) {
    if (isOver()) throw new Error('Dovecot has stopped');
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Dovecot does not answer');
}

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'dovecot'], { encoding: 'utf8' }).stdout);
}
