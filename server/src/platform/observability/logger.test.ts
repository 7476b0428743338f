import { expect, it } from 'vitest';
import { createLogger, type Logger } from './index.ts';

function lines(write: (logger: Logger) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(
    createLogger({ level: 'info', environment: 'test', stream: { write: (line) => written.push(line) } }),
  );
  return written.map((line) => JSON.parse(line));
}

const secret = 'hunter2';

it.each<[string, (logger: Logger) => void]>([
  ['fields', (logger) => logger.info({ password: secret, apiKey: secret, ROLECALL_SECRET: secret })],
  [
    'nested fields',
    (logger) => logger.info({ a: { b: { c: { d: { refresh_token: secret, 'X-Api-Key': secret } } } } }),
  ],
  [
    'headers',
    (logger) =>
      logger.info({ headers: { Authorization: secret, cookie: secret, 'set-cookie': [secret, 'b'] } }),
  ],
  ['lists', (logger) => logger.info({ tokens_token: [`a]${secret}`, 12, `"${secret}`] })],
  ['bindings of a child', (logger) => logger.child({ token: secret, request: { ticket: secret } }).info('x')],
  ['messages with an address', (logger) => logger.info(`GET /ws?ticket=${secret}&a=b`)],
  ['fields with an address', (logger) => logger.info({ url: `/verify?lang=en&token=${secret}` })],
  ['tracked links', (logger) => logger.info({ url: `/l/Z-crc4RLOyTixihHDRzWaQEBohAg${secret}` })],
  ['links of mails', (logger) => logger.info({ url: `/u/Z-crc4RLOyTixihHDRzWaQEBohAg${secret}` })],
  [
    'messages and causes of errors',
    (logger) =>
      logger.error(
        new Error(`postgres://root:${secret}@db/jobs`, { cause: new Error(`Bearer ${secret} refused`) }),
      ),
  ],
  [
    'fields of errors',
    (logger) => logger.error(Object.assign(new Error('x'), { config: { password: secret } })),
  ],
  ['JSON inside a text', (logger) => logger.info(`sent ${JSON.stringify({ password: secret })}`)],
  ['values with quotes', (logger) => logger.info({ password: `a"${secret}\\` })],
])('removes secrets from %s', (_where, write) => {
  const written = lines(write);
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written)).not.toContain(secret);
  expect(JSON.stringify(written)).toContain('[redacted]');
});

it('keeps everything else as it is', () => {
  const fields = {
    tokens: 12,
    path: '/jobs?q=secretary',
    note: 'the password is wrong',
    url: 'https://a.example/b',
  };
  expect(lines((logger) => logger.info(fields, 'done'))).toEqual([
    { level: 'info', time: expect.any(String), pid: process.pid, ...fields, msg: 'done' },
  ]);
});
