import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEngine } from './engine.ts';

const reader = { locale: 'en', time_zone: 'UTC' } as const;
const parts = { card: '<b>{{ text }}</b>{% if more %}{{ more }}{% endif %}' };
const html = createEngine('html', { parts });
const text = createEngine('text');
const inHtml = (template: string, view: Record<string, unknown> = {}) =>
  html.parse(template).render(view, reader);
const inText = (template: string, view: Record<string, unknown> = {}) =>
  text.parse(template).render(view, reader);

const hostile = `<script>alert("1")</script> & 'x'`;
const escaped = '&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;x&#39;';

describe('in HTML', () => {
  test.each([
    ['a value', '{{ name }}'],
    ['a value behind filters', "{{ name | append: '' | strip }}"],
    ['a value that was assigned', '{% assign other = name %}{{ other }}'],
    ['a value of a list', '{% for one in list %}{{ one }}{% endfor %}'],
    ['a list that is joined', "{{ list | join: '' }}"],
    ['a value of an object', "{{ box['name'] }}"],
    ['a default', '{{ none | default: name }}'],
    ['the branch of a case', '{% case 1 %}{% when 1 %}{{ name }}{% endcase %}'],
    ['a value of a part', "{% render 'card', text: name %}"],
  ])('%s is escaped', (_what, template) => {
    const said = inHtml(template, { name: hostile, list: [hostile], box: { name: hostile }, none: null });
    expect(said.replace(/<\/?b>/g, '')).toBe(escaped);
  });

  test('what the template says itself is not', () => {
    expect(inHtml('<p>{{ name }}</p>', { name: '<' })).toBe('<p>&lt;</p>');
    expect(inHtml('{% capture all %}<p>{{ name }}</p>{% endcapture %}{{ all }}', { name: '<' })).toBe(
      '&lt;p&gt;&amp;lt;&lt;/p&gt;',
    );
  });
});

test('a text has no markup to escape', () => {
  expect(inText('{{ name }}', { name: hostile })).toBe(hostile);
});

test('a value is no template', () => {
  expect(inText('{{ name }}', { name: '{{ secret }}{% break %}', secret: 1 })).toBe(
    '{{ secret }}{% break %}',
  );
});

describe('a view', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('has no %s but its own', (name) => {
    expect(() => inText(`{{ ${name} }}`)).toThrow(`undefined variable: ${name}`);
    expect(() => inText(`{{ box.${name} }}`, { box: {} })).toThrow('undefined variable');
    expect(inText(`{% if box.${name} %}yes{% else %}no{% endif %}`, { box: {} })).toBe('no');
  });

  test('is asked in conditions for what it may lack, and nowhere else', () => {
    expect(inText('{% if none %}yes{% else %}no{% endif %}')).toBe('no');
    expect(inText("{{ none | default: 'nothing' }}")).toBe('nothing');
    expect(() => inText('one\n{{ none }}')).toThrow('undefined variable: none, line:2, col:4');
    expect(() => inText('{% for one in none %}{% endfor %}')).toThrow('undefined variable: none');
  });

  test('is not changed by a template', () => {
    const view = Object.freeze({ name: 'Ada', list: Object.freeze([2, 1]) });
    expect(inText("{% assign name = 'Bo' %}{{ name }} {{ list | sort | join: ',' }}", view)).toBe('Bo 1,2');
    expect(view).toEqual({ name: 'Ada', list: [2, 1] });
  });

  test('has the reader beside it', () => {
    expect(inText('{{ reader.locale }} {{ reader.time_zone }}')).toBe('en UTC');
    expect(inText('{% for one in list %}{{ reader.locale }}{% endfor %}', { list: [1, 2] })).toBe('enen');
  });
});

describe('a template', () => {
  test.each([
    ['{% include "x" %}', 'tag "include" not found'],
    ['{% layout "x" %}', 'tag "layout" not found'],
    ['{% increment x %}', 'tag "increment" not found'],
    ['{% tablerow x in y %}{% endtablerow %}', 'tag "tablerow" not found'],
    ['{{ "x" | no_such }}', 'undefined filter: no_such'],
    ['{% if x %}', 'not closed'],
    ['{{ x', 'not closed'],
    ['{% for in %}{% endfor %}', 'illegal tag'],
  ])('%s does not parse', (template, message) => {
    expect(() => text.parse(template)).toThrow(message);
  });

  test.each(['/etc/passwd', '../engine.ts', 'card.liquid'])('cannot read the file %s', (file) => {
    expect(() => inHtml(`{% render '${file}' %}`)).toThrow(/ENOENT|not found|outside/i);
  });

  test('reaches our parts, which see what they are given only', () => {
    expect(inHtml("{% render 'card', text: name, more: 2 %}", { name: 'Ada' })).toBe('<b>Ada</b>2');
    expect(() => inHtml("{% render 'card' %}", { text: 'not handed over' })).toThrow(
      'undefined variable: text',
    );
  });

  test('is left in the middle of a loop', () => {
    const view = { list: [1, 2, 3, 4] };
    expect(
      inText('{% for n in list %}{% if n == 2 %}{% continue %}{% endif %}{{ n }}{% endfor %}', view),
    ).toBe('134');
    expect(inText('{% for n in list %}{% if n == 3 %}{% break %}{% endif %}{{ n }}{% endfor %}!', view)).toBe(
      '12!',
    );
    expect(
      inText(
        '{% for m in list %}{% for n in list %}{% if n > m %}{% break %}{% endif %}{{ n }}{% endfor %} {% endfor %}',
        view,
      ),
    ).toBe('1 12 123 1234 ');
  });

  test('can name a value of a loop like one around it', () => {
    expect(inText('{{ n }}{% for n in list %}{{ n }}{% endfor %}{{ n }}', { n: 'x', list: [1, 2] })).toBe(
      'x12x',
    );
  });

  test('loses the spaces that its marks cut off', () => {
    expect(inText('a \n{%- if x %} b {%- else -%} c {% endif -%} d', { x: true })).toBe('a bd');
  });
});

describe('a template that would never end', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is too long to be parsed', () => {
    expect(() => text.parse('x'.repeat(200_001))).toThrow('parse length limit exceeded');
  });

  test('is stopped by its time', () => {
    // Each look at the clock takes a millisecond.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 1;
      return now;
    });
    const turns = (body: string, depth: number): string =>
      depth === 0 ? body : turns(`{% for n${depth} in list %}${body}{% endfor %}`, depth - 1);
    const list = Array.from({ length: 100 }, (_, place) => place);
    expect(() => inText(turns('{% if n1 == 1 %}x{% endif %}', 5), { list })).toThrow(
      'template render limit exceeded',
    );
  });

  test('is stopped by its memory', () => {
    expect(() => inText('{% for n in (1..3000000) %}{% endfor %}')).toThrow('memory alloc limit exceeded');
    const doubled = '{% assign x = x | append: x %}'.repeat(40);
    expect(() => inText(`{% assign x = 'x' %}${doubled}`)).toThrow('memory alloc limit exceeded');
  });
});

test('a loop that only repeats a text says it as often', () => {
  expect(inText('{% for i in (1..3) %}&zwnj;{% endfor %}')).toBe('&zwnj;&zwnj;&zwnj;');
  expect(inText('{% for i in (1..3) %}{{ i }}{% endfor %}')).toBe('123');
});
