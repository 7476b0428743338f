import type { JobMark } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { storedRecipients } from '../../../testing/messaging/people.ts';
import { createMarkPage, createMarks, findMark, type MarkPage } from './index.ts';
import type { MarkTarget } from './mark-page.ts';

/** Stands for the tokens of the e-mail channel, whose own test tries to forge them. */
const signed = new Map<string, MarkTarget>();
const tokens = {
  sign(target: MarkTarget): string {
    const token = uuidv7();
    signed.set(token, target);
    return token;
  },
  verify: (token: string) => signed.get(token) ?? null,
};

describeEachDatabase('the links of a mail that mark its job', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let page: MarkPage;
  let companyId: string;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    page = createMarkPage({
      database,
      recipients: storedRecipients,
      marks: createMarks({ database, clock: house.clock }),
      tokens,
      publicUrl: 'https://rolecall.example',
    });
    ({ id: companyId } = await house.company());
  });

  const markOf = (userId: string, jobId: string): Promise<JobMark | null> =>
    database.transaction((tx) => findMark(tx, userId, jobId));
  const post = (token: string, fields: Readonly<Record<string, string>> = {}) =>
    page.handle(token, { method: 'POST', fields: new URLSearchParams(fields) });

  it('ask before they do anything, since scanners follow links', async () => {
    const { userId } = await house.seeker();
    const jobId = await house.job(companyId);
    const token = tokens.sign({ userId, jobId, mark: 'hidden' });
    const { status, body } = await page.handle(token, { method: 'GET' });
    expect(status).toBe(200);
    expect(body).toContain('Is this job nothing for you?');
    expect(await markOf(userId, jobId)).toBeNull();
  });

  it('mark the job of that person alone, once, however often they are followed, and take it back', async () => {
    const { userId } = await house.seeker();
    const neighbour = await house.seeker();
    const jobId = await house.job(companyId);
    const token = tokens.sign({ userId, jobId, mark: 'saved' });
    await post(token);
    expect((await post(token)).body).toContain('Undo');
    expect(await markOf(userId, jobId)).toBe('saved');
    expect(await markOf(neighbour.userId, jobId)).toBeNull();
    expect((await post(token, { action: 'undo' })).body).toContain('Taken back');
    expect(await markOf(userId, jobId)).toBeNull();
  });

  it('do nothing with a token that is not ours, for nobody, and for a job that is gone', async () => {
    const { userId } = await house.seeker();
    const jobId = await house.job(companyId);
    for (const token of [uuidv7(), 'x', tokens.sign({ userId: uuidv7(), jobId, mark: 'saved' })]) {
      expect((await post(token)).status).toBe(404);
    }
    expect((await post(tokens.sign({ userId, jobId: uuidv7(), mark: 'saved' }))).status).toBe(404);
    expect(await markOf(userId, jobId)).toBeNull();
  });

  it('do nothing for who seeks no jobs any more', async () => {
    const { recruiter } = await house.company();
    const { userId } = recruiter;
    const jobId = await house.job(companyId);
    expect((await post(tokens.sign({ userId, jobId, mark: 'saved' }))).status).toBe(404);
    expect(await markOf(userId, jobId)).toBeNull();
  });
});
