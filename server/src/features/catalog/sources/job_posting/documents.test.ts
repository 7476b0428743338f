import { describe, expect, it } from 'vitest';
import { postingsOf } from './documents.ts';

const posting = (description: string) =>
  `{"@type":"JobPosting","title":"Cook","description":"${description}"}`;
const page = (...scripts: string[]) =>
  `<!doctype html><html><head>${scripts
    .map((script) => `<script type="application/ld+json">${script}</script>`)
    .join('')}</head></html>`;

describe('a page with JSON-LD', () => {
  it.each([
    ['a raw end of line in a text', page(posting('Line one\nLine two')), 'Line one\nLine two'],
    ['a raw tab and a carriage return', page(posting('a\tb\r\nc \\" \\\\')), 'a\tb\nc " \\'],
    ['comments around CDATA', page(`//<![CDATA[\n${posting('Hi')}\n//]]>`), 'Hi'],
    ['comments of the other kind', page(`/* <![CDATA[ */ ${posting('Hi')} /* ]]> */`), 'Hi'],
    ['bare CDATA', page(`<![CDATA[${posting('Hi')}]]>`), 'Hi'],
    ['an HTML comment', page(`<!--\n${posting('Hi')}\n-->`), 'Hi'],
    ['an HTML comment that ends as a comment', page(`<!-- ${posting('Hi')} //-->`), 'Hi'],
    ['a mark and a semicolon', page(`\ufeff ${posting('Hi')};`), 'Hi'],
    ['a charset', page(posting('Hi')).replace('ld+json"', 'ld+json; charset=utf-8"'), 'Hi'],
    ['capitals', page(posting('Hi')).replace('application', ' Application'), 'Hi'],
  ])('is read with %s', (_what, html, description) => {
    expect(postingsOf(html)).toEqual({
      rows: [{ '@type': 'JobPosting', title: 'Cook', description }],
      brokenScripts: 0,
    });
  });

  it('is whole where a script is empty, and not where one is broken', () => {
    expect(postingsOf(page(posting('a'), ' \n', '//<![CDATA[\n//]]>', posting('b')))).toMatchObject({
      rows: [{ description: 'a' }, { description: 'b' }],
      brokenScripts: 0,
    });
    expect(postingsOf(page(posting('a'), '{"title":', posting('b')))).toMatchObject({ brokenScripts: 1 });
  });

  it('has as many postings as its site has, not as many as a call takes arguments', () => {
    const { rows, brokenScripts } = postingsOf(page(`[${'{"@type":"JobPosting"},'.repeat(150_000)}{}]`));
    expect([rows.length, brokenScripts]).toEqual([150_000, 0]);
  });

  it('is refused when its elements stand thousands deep in each other, before anything parses it', () => {
    expect(() => postingsOf(`${page(posting('a'))}${'<div>'.repeat(50_000)}`)).toThrow('in each other');
  });

  it('reads a feed whose texts have raw ends of lines', () => {
    expect(postingsOf(`[${posting('a\nb')}]`).rows).toMatchObject([{ description: 'a\nb' }]);
  });
});
