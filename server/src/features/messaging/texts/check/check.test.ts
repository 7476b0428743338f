import { kindNames, locales, type TemplateContent, type TemplateSlot } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../../testing/messaging/texts.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import { createMjmlService } from '../layout/index.ts';
import { checkTemplate } from './check.ts';

const mjml = createMjmlService(testWorkers());

describe('a template with a fault', () => {
  const slot: TemplateSlot = { kind: 'job_alert', channel: 'inbox', locale: 'en' };
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
    [
      'goes round and round',
      slot,
      {
        title: `x${'{% for a in (1..900) %}{% for b in (1..900) %}'}{% assign c = b %}{% endfor %}{% endfor %}`,
        message: '',
      },
      { field: 'title', message: expect.stringContaining('too long') },
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
      'has MJML where it cannot stand',
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
    const { problems } = await checkTemplate(textsOf(where.kind), where, content, mjml);
    expect(problems).toMatchObject([expected]);
  });

  test.each(locales)('what is shipped in %s has none', async (locale) => {
    for (const kind of kindNames) {
      const texts = textsOf(kind);
      const { subject, preheader, html, text } = texts.mail(locale);
      const mail = { subject, preheader, html, text };
      const checks = [
        await checkTemplate(texts, { locale, channel: 'inbox' }, texts.inbox[locale], mjml),
        await checkTemplate(texts, { locale, channel: 'email' }, mail, mjml),
      ];
      expect(
        checks.flatMap(({ problems }) => problems),
        kind,
      ).toEqual([]);
    }
  });
});

describe('a check', () => {
  const email: TemplateSlot = { kind: 'offer', channel: 'email', locale: 'de' };
  const mail = { subject: 'x', preheader: '', html: '<p>x</p>', text: 'x' };
  const check = (content: TemplateContent, where = email) =>
    checkTemplate(textsOf(where.kind), where, content, mjml);

  test('tells the fault of each field at once', async () => {
    const { problems } = await check({
      subject: '{{ one }}',
      preheader: '{% if %}',
      html: '<p>{{ two }}</p>',
      text: '\n {{ three }}',
    });
    expect(problems).toMatchObject([
      { field: 'subject', line: 1, column: 4, message: 'undefined variable: one' },
      { field: 'preheader', line: 1 },
      { field: 'html', line: 1, column: 7, message: 'undefined variable: two' },
      { field: 'text', line: 2, column: 5, message: 'undefined variable: three' },
    ]);
  });

  test('lets a preheader and a message be empty, and nothing else', async () => {
    expect(await check(mail)).toEqual({ problems: [], compiled: null });
    const inbox: TemplateSlot = { ...email, channel: 'inbox' };
    expect((await check({ title: 'x', message: '' }, inbox)).problems).toEqual([]);
    for (const field of ['subject', 'text', 'html']) {
      expect((await check({ ...mail, [field]: ' \n' })).problems).toMatchObject([
        { field, line: null, column: null, message: 'it says nothing' },
      ]);
    }
  });

  test('refuses a body that mail programs would cut', async () => {
    const html = `<p>${'x'.repeat(79_000)}</p>`;
    expect((await check({ ...mail, html: `${html}<p>${'ß'.repeat(2_000)}</p>` })).problems).toMatchObject([
      { field: 'html', message: 'it is larger than 80 KB' },
    ]);
  });

  test('gives the compiled MJML of a body that has no fault, and of no other', async () => {
    const html = '<mj-section><mj-column><mj-text>{{ company_name }}</mj-text></mj-column></mj-section>';
    const { problems, compiled } = await check({ ...mail, html });
    expect(problems).toEqual([]);
    expect(compiled).toMatchObject({ html: expect.stringContaining('{{ company_name }}'), styles: '' });
    expect((await check({ ...mail, html, text: '{{ gone }}' })).compiled).toEqual(compiled);
    expect((await check({ ...mail, html: html.replace('company_name', 'gone') })).compiled).toBeNull();
  });

  test('knows what the mail of a digest or an interview has beside its payload', async () => {
    const digest: TemplateSlot = { ...email, kind: 'digest_daily' };
    const text = '{% for entry in told %}{{ entry.title }} {{ entry.url }}{% endfor %}';
    expect((await check({ ...mail, text }, digest)).problems).toEqual([]);
    expect((await check({ ...mail, text }, email)).problems).toMatchObject([{ field: 'text' }]);
    const calendar = '{% if calendar %}{{ calendar.google_url }}{% endif %}x';
    const interview: TemplateSlot = { ...email, kind: 'interview_reminder' };
    expect((await check({ ...mail, text: calendar }, interview)).problems).toEqual([]);
  });

  test('passes on what is no fault of the template', async () => {
    const broken = { compile: () => Promise.reject(new Error('the thread is gone')) };
    const html = '<mj-section></mj-section>';
    await expect(checkTemplate(textsOf('offer'), email, { ...mail, html }, broken)).rejects.toThrow(
      'the thread is gone',
    );
  });
});
