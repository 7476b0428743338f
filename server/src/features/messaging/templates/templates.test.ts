import { api, kindNames, locales, type TemplateContent, type TemplateSlot } from '@rolecall/contract';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInProcessBus } from '../../../platform/bus/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createComposer } from '../../../testing/messaging/composer.ts';
import { createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { anyReader, checkTemplate, createMjmlService, createTexts, sampleOf } from '../texts/index.ts';
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
const mjml = createMjmlService();
afterAll(() => mjml.close());
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
        templates: createTemplates({ database, clock, mjml, publishedChanged: announcePublished(bus) }),
        templatePreviews: createTemplatePreviews({
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
    const texts = createTexts((template) => broken.push(template.id));
    const refresher = createTemplateRefresher({ database, bus, logger, texts });
    stops.push(refresher);
    await refresher.start();
    const title = (kind = slot.kind) => texts.inbox(kind, sampleOf(kind), anyReader).title;
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
    const german = one.texts.inbox('job_alert', sampleOf('job_alert'), { ...anyReader, locale: 'de' });
    expect(german.title).toBe('Harbour Pilot bei North Quay');
    expect((await startNode()).title()).toBe('Look: Harbour Pilot');
  });

  test('a node that has missed the hint finds out by itself', async () => {
    const texts = createTexts();
    const deaf = { ...bus, subscribe: () => ({ ready: Promise.resolve(), unsubscribe() {} }) };
    const refresher = createTemplateRefresher({ database, bus: deaf, logger, texts });
    stops.push(refresher);
    await refresher.start();
    await publish(words);
    await refresher.refresh();
    expect(texts.inbox('job_alert', sampleOf('job_alert'), anyReader).title).toBe('Look: Harbour Pilot');
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

  test('one that can not be used leaves the shipped text, and is reported once', async () => {
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

  test('a draft whose MJML does not compile is kept, and can not be published', async () => {
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

describe('a template with a fault', () => {
  const mail = { subject: 'x', preheader: 'x', html: '<p>x</p>', text: 'x' };
  const email: TemplateSlot = { kind: 'interview_invitation', channel: 'email', locale: 'en' };

  test.each<[string, TemplateSlot, TemplateContent, Record<string, unknown>]>([
    ['names what is not there', slot, { title: 'a\n{{ salary }}', message: '' }, { field: 'title', line: 2 }],
    [
      'has a tag that is not closed',
      slot,
      { title: '{% if score %}x', message: '' },
      { field: 'title', line: 1 },
    ],
    [
      'uses a filter that is not there',
      slot,
      { title: '{{ score | raw }}', message: '' },
      { field: 'title' },
    ],
    [
      'formats what is no number',
      slot,
      { title: '{{ job_title | percent }}', message: '' },
      { field: 'title' },
    ],
    ['says nothing', slot, { title: '{% if false %}x{% endif %}', message: '' }, { field: 'title' }],
    ['reads another file', slot, { title: "{% include 'x' %}", message: '' }, { field: 'title' }],
    [
      'uses what may be missing without asking',
      email,
      { ...mail, text: '{{ event }}' },
      { field: 'text', line: 1 },
    ],
    [
      'leads to a program',
      email,
      { ...mail, html: '<a href="javascript:alert(1)">x</a>' },
      { field: 'html', message: expect.stringContaining('http') },
    ],
    ['leads where a payload says', email, { ...mail, html: '<a href="{{ note }}">x</a>' }, { field: 'html' }],
    ['runs a program', email, { ...mail, html: '<script>1</script>' }, { field: 'html' }],
    ['listens to events', email, { ...mail, html: '<p onclick="x">x</p>' }, { field: 'html' }],
    [
      'has MJML that is not closed',
      email,
      { ...mail, html: '<mj-section>\n<mj-column>\n</mj-section>' },
      { field: 'html', line: 3, message: expect.stringContaining('mj-section') },
    ],
    [
      'has MJML where it can not stand',
      email,
      { ...mail, html: '<mj-section>\n<mj-text>x</mj-text></mj-section>' },
      { field: 'html', line: 2, message: expect.stringContaining('only inside') },
    ],
    [
      'has an attribute that MJML does not know',
      email,
      { ...mail, html: '<mj-section>\n\n<mj-column colour="red"></mj-column></mj-section>' },
      { field: 'html', line: 3, message: expect.stringContaining('colour') },
    ],
    [
      'reads another file by MJML',
      email,
      { ...mail, html: '<mj-include path="/etc/passwd" />' },
      { field: 'html', line: 1, message: expect.stringContaining('mj-include') },
    ],
    [
      'names what is not there in MJML',
      email,
      {
        ...mail,
        html: '<mj-section><mj-column>\n<mj-text>{{ salary }}</mj-text></mj-column></mj-section>',
      },
      { field: 'html', line: 2 },
    ],
    [
      'leads to a program by MJML',
      email,
      {
        ...mail,
        html: '<mj-section><mj-column><mj-button href="javascript:x">x</mj-button></mj-column></mj-section>',
      },
      { field: 'html', message: expect.stringContaining('http') },
    ],
    ['has fields of another channel', email, { title: 'x', message: 'x' }, { field: 'content' }],
  ])('that %s is told where', async (_name, where, content, expected) => {
    const { problems } = await checkTemplate(where, content, mjml);
    expect(problems).toMatchObject([expected]);
  });

  test.each(locales)('what is shipped in %s has none', async (locale) => {
    const { inbox, mails } = createTexts().language(locale);
    for (const kind of kindNames) {
      const { subject, preheader, html, text } = mails[kind];
      const mail = { subject, preheader, html, text };
      const checks = [
        await checkTemplate({ kind, locale, channel: 'inbox' }, inbox[kind], mjml),
        await checkTemplate({ kind, locale, channel: 'email' }, mail, mjml),
      ];
      expect(
        checks.flatMap(({ problems }) => problems),
        kind,
      ).toEqual([]);
    }
  });
});
