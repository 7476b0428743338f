import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, plainDescription, storedText } from './plain-description.ts';
import { renderDescription } from './rendering.ts';

describe('a description', () => {
  it('keeps the structure of Markdown', () => {
    const { html, text } = renderDescription({ format: 'unknown', content: '# About\n\n- **One**\n- Two' });
    expect(html).toContain('<h2>About</h2>');
    expect(html).toContain('<strong>One</strong>');
    expect(text).toContain('• Two');
  });

  it('takes out what could run or track', () => {
    const { html } = renderDescription({
      format: 'unknown',
      content:
        '<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)></p><iframe src="//e"></iframe>' +
        '<style>p{}</style><a href="javascript:alert(1)">a</a><a href="/signout">b</a><a href="//evil">c</a>',
    });
    expect(html).toBe('<p>Hi</p><a>a</a><a>b</a><a>c</a>');
  });

  it.each([
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java&#9;script:alert(1)',
    'java&Tab;script&colon;alert(1)',
    '&#106;avascript&#x3a;alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'view-source:javascript:alert(1)',
    'blob:https://x.example/1',
    '//evil.example',
    '/\\evil.example',
  ])('has no link that leads to %j', (address) => {
    for (const [format, content] of [
      ['html', `<p><a href="${address}">x</a></p>`],
      ['html', `&lt;p&gt;&lt;a href="${address}"&gt;x&lt;/a&gt;&lt;/p&gt;`],
      ['markdown', `[x](<${address}>)`],
    ] as const) {
      expect(renderDescription({ format, content }).html).not.toMatch(/href/);
    }
  });

  it.each(['html', 'markdown', 'text', 'unknown'] as const)(
    'as %s reads in the order in which it is stored',
    (format) => {
      const { html, text } = renderDescription({
        format,
        content: 'pay \u202e\u2067nothing\u2069\u202c שלום\u200f!',
      });
      for (const shown of [html, text]) expect(shown).toContain('pay nothing שלום\u200f!');
    },
  );

  it('reads so also where the turn is written as an entity, or the text cannot be rendered', () => {
    expect(renderDescription({ format: 'html', content: '<p>a&#x202E;b&#8238;c</p>' }).text).toBe('abc');
    expect(plainDescription({ format: 'html', content: '<p>a\u202eb</p>' }).text).toBe('ab');
  });

  it('marks links to other sites', () => {
    const { html } = renderDescription({
      format: 'html',
      content: '<a href="https://e.org/x" target="_top">x</a>',
    });
    expect(html).toBe('<a href="https://e.org/x" rel="noopener nofollow">x</a>');
  });

  it('undoes the escaping of a whole document, once or twice', () => {
    const once = '&lt;p&gt;R&amp;amp;D&lt;/p&gt;';
    const twice = '&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;';
    expect(renderDescription({ format: 'html', content: once })).toEqual({
      html: '<p>R&amp;D</p>',
      text: 'R&D',
    });
    expect(renderDescription({ format: 'html', content: twice })).toEqual({
      html: '<p>R&amp;D</p>',
      text: 'R&D',
    });
  });

  it('leaves an escaped sign in real markup alone', () => {
    const { html } = renderDescription({ format: 'html', content: '<p>write &lt;script&gt; tags</p>' });
    expect(html).toBe('<p>write &lt;script&gt; tags</p>');
  });

  it('is safe and storable whatever comes in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<script>',
        '&lt;',
        '&amp;lt;b&amp;gt;',
        '<a href="javascript:x">',
        '\u0000',
        '\ud800',
        '**',
        '\n# ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        fc.constantFrom('html', 'markdown', 'text', 'unknown'),
        (content, format) => {
          const { html, text } = renderDescription({ format, content });
          expect(html).not.toMatch(/<script|<[^>]*(?:javascript:|\son\w+=)/i);
          expect(html.isWellFormed() && text.isWellFormed()).toBe(true);
          expect(html + text).not.toContain('\u0000');
        },
      ),
    );
  });

  it('has an excerpt that ends at a word', () => {
    expect(excerptOf('one  two\nthree', 9)).toBe('one two…');
    expect(excerptOf('short')).toBe('short');
  });
});

it('is stored with very long words of underscores parted, and otherwise as it is', () => {
  expect(storedText('snake_case and\nmore_of it')).toBe('snake_case and\nmore_of it');
  expect(storedText(`before ${'a_'.repeat(200)}\nafter_wards`)).toBe(
    `before ${'a '.repeat(200)}\nafter_wards`,
  );
});
