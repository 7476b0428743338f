import { api, kindNames, locales, type TemplateContent, type TemplateSlot } from '@rolecall/contract';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createInProcessBus } from '../../../platform/bus/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createComposer } from '../../../testing/messaging/composer.ts';
import { createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { createShippedTexts, kindTexts, sampleOf } from '../../../testing/messaging/texts.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createMjmlService, defaultRecipient } from '../texts/index.ts';
import {
  announcePublished,
  createTemplatePreviews,
  createTemplateRefresher,
  createTemplates,
  type TemplateRefresher,
} from './index.ts';
import { templateRoutes } from './templates.routes.ts';

const logger = pino({ level: 'silent' });
const from = 'Rolecall <mail@rolecall.example>';
const mjml = createMjmlService(testWorkers());
const origin = 'https://rolecall.example';
const slot: TemplateSlot = { kind: 'job_alert', channel: 'inbox', locale: 'en' };
const words: TemplateContent = { title: 'Look: {{ job_title }}', message: '{{ score | percent }}' };

describeEachDatabase('templates', (open) => {
  const clock = new FakeClock();
  let database: Database;
  let operator: TestViewer;
  let stops: TemplateRefresher[] = [];
  const bus = createInProcessBus({ logger });
  const sent: { to: string; subject: string }[] = [];

  beforeAll(async () => {
    database = await open();
    operator = { userId: await createPerson(database, { role: 'operator' }), role: 'operator' };
  });
  beforeEach(async () => {
    sent.length = 0;
    await database.query.deleteFrom('message_templates').execute();
    await database.query.deleteFrom('instance_values').where('name', '=', 'templates_revision').execute();
  });
  afterEach(async () => {
    for (const refresher of stops) await refresher.stop();
    stops = [];
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(
      endpoint,
      { viewer: operator, ...request },
      templateRoutes({
        database,
        templates: createTemplates({
          database,
          clock,
          kinds: kindTexts,
          mjml,
          publishedChanged: announcePublished(bus),
        }),
        templatePreviews: createTemplatePreviews({
          kinds: kindTexts,
          recipients: storedRecipients,
          mjml,
          mails: {
            compose: (texts, message) =>
              createComposer(origin, texts, from).compose(
                { ...message, createdAt: clock.now() },
                `${origin}/u/x`,
              ),
            async send(texts, message) {
              const { subject } = createComposer(origin, texts, from).compose(
                { ...message, createdAt: clock.now() },
                null,
              );
              sent.push({ to: message.recipient.email, subject });
              return null;
            },
          },
        }),
      }),
    );

  /** A process with texts of its own. */
  async function startNode() {
    const broken: string[] = [];
    const texts = createShippedTexts((template) => broken.push(template.id));
    const refresher = createTemplateRefresher({ database, bus, logger, texts });
    stops.push(refresher);
    await refresher.start();
    const title = (kind = slot.kind) => texts.inbox(kind, sampleOf(kind), defaultRecipient).title;
    return { broken, texts, refresher, title };
  }

  async function publish(content: TemplateContent, where: TemplateSlot = slot) {
    const draft = await call(api.templates.saveDraft, {
      params: where,
      body: { content, revision: null },
    });
    return call(api.templates.publish, { params: where, body: { revision: draft.revision } });
  }

  test('what is published is said instead of what is shipped, on every node', async () => {
    const [one, other] = [await startNode(), await startNode()];
    expect([one.title(), other.title()]).toEqual([
      'Harbour Pilot at North Quay',
      'Harbour Pilot at North Quay',
    ]);
    await publish(words);
    await expect
      .poll(() => [one.title(), other.title()])
      .toEqual(['Look: Harbour Pilot', 'Look: Harbour Pilot']);
    const german = one.texts.inbox('job_alert', sampleOf('job_alert'), { ...defaultRecipient, locale: 'de' });
    expect(german.title).toBe('Harbour Pilot bei North Quay');
    expect((await startNode()).title()).toBe('Look: Harbour Pilot');
  });

  test('a node that has missed the hint finds out by itself', async () => {
    const texts = createShippedTexts();
    const deaf = { ...bus, subscribe: () => ({ ready: Promise.resolve(), unsubscribe() {} }) };
    const refresher = createTemplateRefresher({ database, bus: deaf, logger, texts });
    stops.push(refresher);
    await refresher.start();
    await publish(words);
    await refresher.refresh();
    expect(texts.inbox('job_alert', sampleOf('job_alert'), defaultRecipient).title).toBe(
      'Look: Harbour Pilot',
    );
  });

  test('a draft is read by nobody, and counts its saves', async () => {
    const node = await startNode();
    const first = await call(api.templates.saveDraft, {
      params: slot,
      body: { content: words, revision: null },
    });
    expect(first).toMatchObject({ version: 1, status: 'draft', revision: 1 });
    const late = { content: words, revision: null };
    await expect(call(api.templates.saveDraft, { params: slot, body: late })).rejects.toMatchObject({
      code: 'template_changed',
    });
    const again = await call(api.templates.saveDraft, {
      params: slot,
      body: { content: words, revision: 1 },
    });
    expect(again).toMatchObject({ version: 1, revision: 2 });
    await expect(call(api.templates.publish, { params: slot, body: { revision: 1 } })).rejects.toMatchObject({
      code: 'template_changed',
    });
    await node.refresher.refresh();
    expect(node.title()).toBe('Harbour Pilot at North Quay');
    await call(api.templates.discardDraft, { params: slot });
    expect((await call(api.templates.read, { params: slot })).draft).toBeNull();
    await expect(call(api.templates.discardDraft, { params: slot })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('an older version comes back as a new one, and the shipped text too', async () => {
    const node = await startNode();
    await publish(words);
    await publish({ ...words, title: 'Second' });
    const restored = await call(api.templates.restore, { params: { ...slot, version: 1 } });
    expect(restored).toMatchObject({ version: 3, status: 'published', content: words });
    const { versions, published } = await call(api.templates.read, { params: slot });
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [3, 'published'],
      [2, 'retired'],
      [1, 'retired'],
    ]);
    expect(published?.content).toEqual(words);
    await expect.poll(() => node.title()).toBe('Look: Harbour Pilot');

    await call(api.templates.withdraw, { params: slot });
    await expect.poll(() => node.title()).toBe('Harbour Pilot at North Quay');
    await expect(call(api.templates.withdraw, { params: slot })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('two who publish at the same time leave one that is in force', async () => {
    await publish(words);
    const outcomes = await Promise.allSettled([
      call(api.templates.restore, { params: { ...slot, version: 1 } }),
      call(api.templates.restore, { params: { ...slot, version: 1 } }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const { versions } = await call(api.templates.read, { params: slot });
    expect(versions.filter(({ status }) => status === 'published')).toHaveLength(1);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('one that cannot be used leaves the shipped text, and is reported once', async () => {
    const broken = await publish(words);
    // As after a release that has taken a variable away.
    await database.query
      .updateTable('message_templates')
      .set({ content: JSON.stringify({ title: '{{ gone }}', message: 'x' }) })
      .execute();
    const node = await startNode();
    expect([node.title(), node.title()]).toEqual([
      'Harbour Pilot at North Quay',
      'Harbour Pilot at North Quay',
    ]);
    expect(node.broken).toHaveLength(1);
    await expect(
      call(api.templates.restore, { params: { ...slot, version: broken.version } }),
    ).rejects.toMatchObject({ code: 'template_invalid' });
  });

  test('one that has not the fields of its channel breaks no preview, and not its own page', async () => {
    await publish(words);
    await database.query
      .updateTable('message_templates')
      .set({ content: JSON.stringify({ headline: 'of another release' }) })
      .execute();
    const other: TemplateSlot = { kind: 'offer', channel: 'email', locale: 'de' };
    for (const params of [slot, other]) {
      const preview = await call(api.templates.preview, { params, body: {} });
      expect(preview).toMatchObject({ problems: [], mail: { subject: expect.stringMatching(/./) } });
      expect(await call(api.templates.read, { params })).toMatchObject({ published: null });
    }
  });

  test('every text is listed with what is in force of it', async () => {
    await publish(words);
    const { items } = await call(api.templates.list, {});
    expect(items).toHaveLength(kindNames.length * 2 * locales.length);
    expect(items.filter(({ published_version }) => published_version !== null)).toMatchObject([
      { ...slot, published_version: 1, draft_version: null },
    ]);
  });

  test('whoever writes one sees it in the inbox and as a mail, and can send it to themselves', async () => {
    const params: TemplateSlot = { kind: 'offer', channel: 'email', locale: 'de' };
    const content = {
      subject: 'Angebot: {{ job_title }}',
      preheader: '',
      html: '<p>{{ company_name }}</p>',
      text: '{{ company_name }}',
    };
    const preview = await call(api.templates.preview, { params, body: { content } });
    expect(preview).toMatchObject({
      problems: [],
      inbox: { title: 'Ein Angebot von North Quay', actions: ['Bewerbung ansehen'] },
      mail: { subject: 'Angebot: Harbour Pilot' },
    });
    expect(preview.mail.html).toContain('<p>North Quay</p>');
    const payload = { ...sampleOf('offer'), company_name: '<b>Bold</b>' };
    const hostile = await call(api.templates.preview, { params, body: { content, payload } });
    expect(hostile.mail.html).toContain('&lt;b&gt;Bold');
    await expect(
      call(api.templates.preview, { params, body: { content, payload: { note: 1 } } }),
    ).rejects.toMatchObject({ code: 'invalid_request' });

    expect(await call(api.templates.sendTest, { params, body: { content } })).toEqual({
      sent_to: sent[0]?.to,
    });
    expect(sent).toMatchObject([{ subject: 'Angebot: Harbour Pilot' }]);
  });

  test('every kind has samples of all sorts, and each can be seen', async () => {
    const { items } = await call(api.templates.samples, {});
    const byKind = Map.groupBy(items, ({ kind }) => kind);
    expect([...byKind.keys()]).toEqual(kindNames);
    for (const [kind, samples] of byKind) {
      const names = samples.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names[0]).toBe('typical');
      expect(names, kind).toEqual(expect.arrayContaining(['minimal', 'long', 'right to left']));
    }
    const rightToLeft = items.find(({ kind, name }) => kind === 'interview_invitation' && /right/.test(name));
    const { mail } = await call(api.templates.preview, {
      params: { kind: 'interview_invitation', channel: 'email', locale: 'fr' },
      body: { payload: rightToLeft?.payload, reader: rightToLeft?.reader },
    });
    expect(mail.html).toContain(rightToLeft?.reader);
    expect(mail.attachments).toEqual(['interview.ics']);
  });

  test('MJML is compiled when it is saved, and stands in the frame of all mails', async () => {
    const where: TemplateSlot = { kind: 'offer', channel: 'email', locale: 'en' };
    const content = {
      subject: 'An offer',
      preheader: '',
      html: `<mj-section><mj-column><mj-text>{{ company_name }}</mj-text></mj-column>
{% if note != blank %}<mj-column width="120px"><mj-text>{{ note }}</mj-text></mj-column>{% endif %}</mj-section>`,
      text: '{{ company_name }}',
    };
    const published = await publish(content, where);
    expect(published).toMatchObject({ version: 1, content, compiler: expect.stringMatching(/^mjml \d/) });
    const { texts } = await startNode();
    const recipient = (await storedRecipients.findRecipients(database.query, [operator.userId]))[0];
    if (recipient === undefined) throw new Error('there is no operator');
    const mail = createComposer(origin, texts, from).compose(
      { kind: 'offer', payload: sampleOf('offer'), recipient, createdAt: clock.now() },
      null,
    );
    expect(mail).toMatchObject({ subject: 'An offer', templateVersion: 1 });
    expect(mail.html).toMatch(/class="[^"]*mj-column-px-120/);
    expect(mail.html).toContain('.mj-column-px-120 {');
    expect(mail.html).toContain('North Quay');
    expect(mail.html).not.toMatch(/<mj-|\{\{|\{%/);
  });

  test('a draft whose MJML does not compile is kept, and cannot be published', async () => {
    const where: TemplateSlot = { kind: 'offer', channel: 'email', locale: 'en' };
    const content = { subject: 'x', preheader: '', html: '<mj-section>\n<mj-foo /></mj-section>', text: 'x' };
    const draft = await call(api.templates.saveDraft, { params: where, body: { content, revision: null } });
    expect(draft).toMatchObject({ content, compiler: null });
    await expect(
      call(api.templates.publish, { params: where, body: { revision: draft.revision } }),
    ).rejects.toMatchObject({
      code: 'template_invalid',
      fields: [{ path: 'html', message: expect.stringContaining('line 2') }],
    });
  });

  test('only operators may do any of it', () => {
    for (const endpoint of Object.values(api.templates)) expect(endpoint.access).toEqual(['operator']);
  });

  test.each<TestViewer['role']>(['job_seeker', 'recruiter'])('a %s is refused', async (role) => {
    await expect(
      call(api.templates.saveDraft, {
        viewer: { userId: operator.userId, role },
        params: slot,
        body: { content: words, revision: null },
      }),
    ).rejects.toThrow('without the access');
  });
});
