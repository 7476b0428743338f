import type { AcceptanceInput } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { maximumResumes } from './index.ts';
import { resumeSealing, sealedResumes } from './sealed.ts';

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n', 'latin1');

describeEachDatabase('résumés', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
  });

  const upload = async (viewer: Viewer, fileName = 'cv.pdf', content: Uint8Array = pdf) => {
    const file = await house.resumes.readFile({ fileName, mediaType: 'image/png', content });
    return database.transaction((tx) => house.resumes.upload(tx, viewer, file));
  };
  const remove = (viewer: Viewer, id: string) =>
    database.transaction((tx) => house.resumes.remove(tx, viewer, id));
  const apply = (viewer: Viewer, jobId: string, resume_id: string) =>
    database.transaction((tx) => house.applications.apply(tx, viewer, jobId, { note: '', resume_id }));

  it('keeps a file byte for byte, under a clean name and the type of its content', async () => {
    const seeker = await house.seeker();
    const resume = await upload(seeker, '..\\secret/Lebenslauf Jörg.PDF');
    expect(resume).toMatchObject({
      file_name: 'Lebenslauf Jörg.pdf',
      media_type: 'application/pdf',
      size: pdf.length,
    });
    expect(await house.resumes.list(seeker)).toEqual([resume]);
    const file = await house.resumes.download(seeker, resume.id);
    expect([file.fileName, file.mediaType]).toEqual([resume.file_name, resume.media_type]);
    expect(Buffer.from(file.content).equals(pdf)).toBe(true);
  });

  it('refuses other types and too much', async () => {
    const seeker = await house.seeker();
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await expect(upload(seeker, 'cv.pdf', image)).rejects.toMatchObject({ code: 'unsupported_media_type' });
    await expect(upload(seeker, 'cv.pdf', Buffer.alloc(10_001, 'a'))).rejects.toMatchObject({
      code: 'payload_too_large',
    });
    expect(await house.resumes.list(seeker)).toEqual([]);
  });

  it('lists at most 20, also when the last ones come at the same time', async () => {
    const seeker = await house.seeker();
    for (let number = 1; number < maximumResumes; number += 1) await upload(seeker);
    const attempts = await Promise.allSettled([upload(seeker), upload(seeker), upload(seeker)]);
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'invalid_request' });
    const [first] = await house.resumes.list(seeker);
    await remove(seeker, first?.id ?? '');
    await upload(seeker);
    expect(await house.resumes.list(seeker)).toHaveLength(maximumResumes);
  });

  it('opens to its owner and to the company that it was sent to, and to nobody else', async () => {
    const seeker = await house.seeker();
    const otherSeeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const { recruiter: otherRecruiter } = await house.company();
    const resume = await upload(seeker);
    const notFound = { code: 'not_found' };
    await expect(house.resumes.download(recruiter, resume.id)).rejects.toMatchObject(notFound);

    const jobId = await house.job(companyId);
    await expect(apply(otherSeeker, jobId, resume.id)).rejects.toMatchObject({ code: 'invalid_request' });
    await apply(seeker, jobId, resume.id);
    expect((await house.resumes.download(recruiter, resume.id)).fileName).toBe('cv.pdf');
    for (const stranger of [otherSeeker, otherRecruiter]) {
      await expect(house.resumes.download(stranger, resume.id)).rejects.toMatchObject(notFound);
    }
    await expect(remove(otherSeeker, resume.id)).rejects.toMatchObject(notFound);
    await expect(house.resumes.download(seeker, uuidv7())).rejects.toMatchObject(notFound);
  });

  it('stays with the applications that it was sent with when it is removed, and else is gone', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const sent = await upload(seeker);
    const unsent = await upload(seeker);
    const id = await apply(seeker, await house.job(companyId), sent.id);
    await remove(seeker, sent.id);
    await remove(seeker, unsent.id);

    expect(await house.resumes.list(seeker)).toEqual([]);
    expect((await house.applications.read(database.query, recruiter, id)).resume).toEqual({
      ...sent,
      is_default: false,
    });
    expect((await house.resumes.download(recruiter, sent.id)).mediaType).toBe('application/pdf');
    await expect(house.resumes.download(seeker, unsent.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(seeker, sent.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(apply(seeker, await house.job(companyId), sent.id)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  const cv = Buffer.from(
    'Ada Lovelace\nProgrammer\nada@example.com\n\nSkills\n\nTypeScript, PostgreSQL\n\nExperience\n\nProgrammer\t2019 – present\nBabbage Ltd\tLondon\n',
  );

  it('lies in the database sealed, is read again with the secret of before, and moves to that of now', async () => {
    const seeker = await house.seeker();
    const resume = await upload(seeker, 'cv.txt', cv);
    const stored = await database.query
      .selectFrom('resumes')
      .selectAll()
      .where('id', '=', resume.id)
      .executeTakeFirstOrThrow();
    for (const bytes of [stored.content, stored.reading ?? Buffer.alloc(0)]) {
      expect(bytes.length).toBeGreaterThan(40);
      expect(Buffer.from(bytes).includes('Lovelace')).toBe(false);
    }
    const rotated = {
      current: 'another secret of more than thirty-two characters',
      previous: ['a secret of more than thirty-two characters'],
      kept: new Map(),
    };
    const page = { after: null, limit: 200, writes: true };
    const before = await database.transaction((tx) => sealedResumes.reseal(tx, rotated, page));
    expect(before).toMatchObject({ lost: 0 });
    let after = before.last;
    while (after !== null) {
      const from = after;
      const next = await database.transaction((tx) =>
        sealedResumes.reseal(tx, rotated, { ...page, after: from }),
      );
      expect(next.lost).toBe(0);
      after = next.last;
    }
    await expect(house.resumes.download(seeker, resume.id)).rejects.toMatchObject({ code: 'unavailable' });
    const now = resumeSealing(rotated.current);
    const moved = await database.query
      .selectFrom('resumes')
      .select('content')
      .where('id', '=', resume.id)
      .executeTakeFirstOrThrow();
    expect(Buffer.from(now.open(moved.content, resume.id) ?? '').equals(cv)).toBe(true);
    const back = { current: rotated.previous[0] ?? '', previous: [rotated.current], kept: new Map() };
    let at: string | null = null;
    do {
      const from: string | null = at;
      const step: { readonly last: string | null } = await database.transaction((tx) =>
        sealedResumes.reseal(tx, back, { ...page, after: from }),
      );
      at = step.last;
    } while (at !== null);
    expect((await house.resumes.read(seeker, resume.id)).fields?.basics.name).toBe('Ada Lovelace');
  });

  it('proposes for the profile, and nothing is there until it is accepted, nor after it was taken back', async () => {
    const seeker = await house.seeker();
    const other = await house.seeker();
    const resume = await upload(seeker, 'cv.txt', cv);
    const changes: string[] = [];
    house.profiles.changed.on(async (_tx, userId) => void changes.push(userId));
    const accept = (viewer: Viewer, input: AcceptanceInput) =>
      database.transaction((tx) => house.resumes.accept(tx, viewer, resume.id, input));
    const profile = () => house.profiles.read(database.query, seeker.userId);
    const { proposals } = await house.resumes.read(seeker, resume.id);
    expect(proposals).toContainEqual({ field: 'skills', value: 'TypeScript', is_present: false });
    expect((await profile()).skills).toEqual([]);

    await expect(accept(other, { field: 'skills', values: ['TypeScript'] })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(accept(seeker, { field: 'skills', values: ['Made up'] })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    const skills = await accept(seeker, { field: 'skills', values: ['TypeScript'] });
    const headline = await accept(seeker, { field: 'headline', values: ['Programmer'] });
    expect(await profile()).toMatchObject({ headline: 'Programmer', skills: ['TypeScript'] });
    expect(changes).toEqual([seeker.userId, seeker.userId]);

    const takeBack = (viewer: Viewer, id: string) =>
      database.transaction((tx) => house.resumes.takeBack(tx, viewer, id));
    await expect(takeBack(other, skills.id)).rejects.toMatchObject({ code: 'not_found' });
    await takeBack(seeker, skills.id);
    await database.transaction((tx) =>
      house.profiles.update(tx, seeker.userId, { headline: 'My own words' }),
    );
    await expect(takeBack(seeker, headline.id)).rejects.toMatchObject({ code: 'acceptance_outdated' });
    expect(await profile()).toMatchObject({ headline: 'My own words', skills: [] });
  });

  it('has one default, the first until another is chosen, and only its owner chooses', async () => {
    const seeker = await house.seeker();
    const first = await upload(seeker, 'a.txt', cv);
    const second = await upload(seeker, 'b.txt', cv);
    expect([first.is_default, second.is_default]).toEqual([true, false]);
    const choose = (viewer: Viewer) =>
      database.transaction((tx) => house.resumes.makeDefault(tx, viewer, second.id));
    await expect(choose(await house.seeker())).rejects.toMatchObject({ code: 'not_found' });
    await choose(seeker);
    const listed = await house.resumes.list(seeker);
    expect(listed.map(({ id, is_default }) => [id, is_default])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    await remove(seeker, second.id);
    expect(await house.resumes.list(seeker)).toEqual([{ ...first, is_default: true }]);
  });
});
