import { describe, expect, test } from 'vitest';
import { createTemplateCompiler } from './template-compiler.ts';

const compiler = createTemplateCompiler();
const reader = { locale: 'en', time_zone: 'UTC' } as const;
const long = 'x'.repeat(5_000);

test('a text for the inbox is one line and some lines, each within its limit', () => {
  const { title, message } = compiler
    .inbox({ title: 'About\n{{ name }}', message: ' {{ name }}\n{{ name }} ' })
    .render({ name: 'a\u0007b' }, reader);
  expect({ title, message }).toEqual({ title: 'About a b', message: 'ab\nab' });
  const cut = compiler.inbox({ title: long, message: '{{ name }}' }).render({ name: long }, reader);
  expect([cut.title.length, cut.message.length]).toEqual([300, 4_000]);
  expect(cut.message).toMatch(/x…$/);
});

describe('a mail', () => {
  const mail = {
    subject: 'To {{ name }}',
    preheader: '{{ name }}',
    html: '<p>{{ name }}</p>',
    text: 'one\n\n\n\n{{ name }}\n',
    styles: '.a { color: red }',
  };
  const render = (change: Partial<typeof mail>, name: string) =>
    compiler.mail({ ...mail, ...change }).render({ name }, reader);

  test('has its head on one line each, escaped in its body alone', () => {
    expect(render({}, 'Ada <b>\nBcc: x@example.org')).toEqual({
      subject: 'To Ada <b> Bcc: x@example.org',
      preheader: 'Ada <b> Bcc: x@example.org',
      html: '<p>Ada &lt;b&gt;\nBcc: x@example.org</p>',
      text: 'one\n\nAda <b>\nBcc: x@example.org',
      styles: '.a { color: red }',
    });
  });

  test('has a subject and a preheader within their limits', () => {
    const { subject, preheader } = render({}, long);
    expect([subject.length, preheader.length]).toEqual([250, 400]);
  });

  test.each([
    ['<a href="{{ name }}">x</a>', 'javascript:alert(1)', 'href leads to http, https or mailto only'],
    ['<img src="{{ name }}" alt="">', 'data:text/html,x', 'src leads to'],
    ['<a href={{ name }}>x</a>', 'https://example.org onclick=x', 'needs quotes'],
    ['<form>{{ name }}</form>', 'x', '<form> cannot stand in a mail'],
  ])('with %s does not go out for %s', (html, name, message) => {
    expect(() => render({ html }, name)).toThrow(message);
  });

  test('is looked at again for each person', () => {
    const link = compiler.mail({ ...mail, html: '<a href="{{ name }}">x</a>' });
    for (const name of ['https://example.org', 'mailto:ada@example.org', 'https://example.com']) {
      expect(link.render({ name }, reader).html).toBe(`<a href="${name}">x</a>`);
    }
    expect(() => link.render({ name: 'javascript:x' }, reader)).toThrow('not to “javascript:x”');
  });

  test('can use our parts, in its body alone', () => {
    const html =
      "{% render 'headline', text: name %}{% render 'button', url: 'https://x.example', label: name %}";
    expect(render({ html }, 'A & B').html).toMatch(
      /<h1[^>]*>A &amp; B<\/h1>[\s\S]*href="https:\/\/x\.example"/,
    );
    expect(() => render({ text: "{% render 'headline', text: name %}" }, 'x')).toThrow('headline');
  });
});

test('what does not parse is told when it is compiled, by its place', () => {
  expect(() => compiler.inbox({ title: 'x', message: 'a\nb {% if %}' })).toThrow(/line:2, col:8/);
  expect(() => compiler.inbox({ title: '{{ "x" | none }}', message: '' })).toThrow('undefined filter: none');
});
