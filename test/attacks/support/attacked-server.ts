import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createTestDatabase } from '../../../server/src/testing/database.ts';
import { type LocalBoards, openLocalBoards } from '../../../server/src/testing/sources/boards.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { freePort, type ServerProcess, startServer, temporaryFolder } from '../../support/server.ts';
import { createSender } from './http.ts';
import { type Bearers, createAccounts, createBearers } from './people.ts';
import { readTurnLog, type TurnLog } from './turn-log.ts';

/** A server in production mode on PostgreSQL, watched from within, and what is around it. */
export interface AttackedServer {
  readonly process: ServerProcess;
  readonly databaseUrl: string;
  readonly turns: TurnLog;
  readonly bearers: Bearers;
  readonly send: ReturnType<typeof createSender>['send'];
  /** Sites that sources read. */
  readonly sites: LocalBoards;
  readonly mails: MailServer;
  readonly inboundPort: number;
  close(): Promise<void>;
}

const preload = pathToFileURL(fileURLToPath(new URL('turns.ts', import.meta.url))).href;

/** @throws when there is no PostgreSQL */
export async function startAttackedServer(): Promise<AttackedServer> {
  const database = await createTestDatabase('postgres');
  const databaseUrl = database.url ?? '';
  const [sites, mails] = await Promise.all([openLocalBoards(), startMailServer()]);
  const [port, inboundPort] = [await freePort(), await freePort()];
  const folder = temporaryFolder();
  const turnFile = path.join(folder, 'turns.jsonl');
  const environment = {
    ROLECALL_ENVIRONMENT: 'production',
    ROLECALL_SECRET: 'a secret of those who attack, of enough characters',
    ROLECALL_PUBLIC_URL: `http://127.0.0.1:${port}`,
    ROLECALL_LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    SMTP_URL: mails.url,
    // Attacks are to reach what is behind the limits.
    ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
    ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
    ROLECALL_HANDSHAKE_BURST: '100000',
    ROLECALL_HANDSHAKES_PER_SECOND: '100000',
    ROLECALL_VERIFIED_JOBS_PER_DAY: '100000',
    ROLECALL_VERIFIED_OPEN_JOBS: '100000',
    ROLECALL_UNVERIFIED_JOBS_PER_DAY: '10000',
    ROLECALL_UNVERIFIED_OPEN_JOBS: '10000',
    ROLECALL_OUTGOING_PRIVATE_ORIGINS: sites.origin,
    ROLECALL_EMAIL_TRACKING: 'true',
    ROLECALL_BOUNCE_DOMAIN: 'bounces.example.org',
    ROLECALL_INBOUND_SMTP_PORT: String(inboundPort),
    ROLECALL_POSTMARK_WEBHOOK_CREDENTIALS: 'user:a-password-of-postmark',
    ROLECALL_MAILGUN_WEBHOOK_KEY: 'a-key-of-mailgun',
    ROLECALL_RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a secret of resend of 32 bytes..').toString('base64')}`,
    ROLECALL_SNS_TOPIC_ARNS: 'arn:aws:sns:eu-west-1:123456789012:mail',
  };
  await createAccounts({ ...environment, DATABASE_URL: databaseUrl, ROLECALL_LOG_LEVEL: 'silent' });
  const process = await startServer({
    databaseUrl,
    port,
    environment: { ...environment, NODE_OPTIONS: `--import=${preload}`, TURNS_FILE: turnFile },
  });
  const { send, close } = createSender(process.url, 64);
  return {
    process,
    databaseUrl,
    turns: readTurnLog(turnFile),
    bearers: createBearers(send),
    send,
    sites,
    mails,
    inboundPort,
    async close() {
      close();
      await process.stop();
      await Promise.all([sites.close(), mails.close(), database.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
