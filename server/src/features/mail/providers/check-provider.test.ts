import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/index.ts';
import { loadConfig } from '../../../platform/config/index.ts';
import { mailSettings } from '../settings/index.ts';
import { examineMail } from './check-provider.ts';

const production = {
  ROLECALL_ENVIRONMENT: 'production',
  ROLECALL_SECRET: 'uT3bV9kzQ0mXr7LhYpWf2nCjE8sGd5aI',
};

test('without a way to send mail in production, it is said that nobody can post or apply', async () => {
  const config = loadConfig([mailSettings], production);
  const clock = systemClock;
  const mail = config.of(mailSettings);
  expect(await examineMail(mail, { clock, isNeeded: true })).toEqual([
    { part: 'e-mail', state: 'failed', detail: expect.stringMatching(/nobody .* can post a job or apply/) },
  ]);
  expect(config.warnings).toContainEqual(expect.stringContaining('neither post a job nor apply'));
  expect(await examineMail(mail, { clock, isNeeded: false })).toMatchObject([{ state: 'warning' }]);
  const tried = loadConfig([mailSettings], { ROLECALL_ENVIRONMENT: 'development' }).of(mailSettings);
  expect(await examineMail(tried, { clock, isNeeded: true })).toMatchObject([{ state: 'ok' }]);
});
