import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuseUnsafeHtml, UnsafeHtmlError } from './safe-html.ts';

test.each([
  '<p>text</p>',
  '<TABLE ROLE="presentation"><tr><td align=\'left\' width="100%">x</td></tr></TABLE>',
  '<a href="https://rolecall.example/jobs?a=1&amp;b=2">x</a>',
  '<a href="http://rolecall.example">x</a> <a href="MAILTO:ada@example.org">y</a>',
  '<img src="https://rolecall.example/logo.png" alt="" width="20"/>',
  '<br><br/><br />',
  '<p title="a > b">x</p>',
  '<!--[if mso | IE]><table><tr><td><![endif]-->x<!--[if mso | IE]></td></tr></table><![endif]-->',
  '<!--[if !mso]><!--><p>x</p><!--<![endif]-->',
  '1 &lt; 2 > 1',
  '',
])('%s may go out', (page) => {
  expect(() => refuseUnsafeHtml(page)).not.toThrow();
});

describe('refused', () => {
  test.each([
    ['<script>x</script>', '<script> cannot stand in a mail'],
    ['<SCRIPT SRC="https://x.example">', '<script> cannot stand in a mail'],
    ['<style>p{}</style>', '<style> cannot stand in a mail'],
    ['<form action="https://x.example">', '<form> cannot stand in a mail'],
    ['<iframe src="https://x.example">', '<iframe> cannot stand in a mail'],
    ['<svg onload="x">', '<svg> cannot stand in a mail'],
    ['<link rel="stylesheet">', '<link> cannot stand in a mail'],
    ['<p onclick="x">', 'a tag of a mail cannot have onclick'],
    ['<p ONMOUSEOVER="x">', 'a tag of a mail cannot have onmouseover'],
    ['<img srcset="https://x.example 2x">', 'a tag of a mail cannot have srcset'],
    ['<a href="javascript:x">', 'href leads to http, https or mailto only, not to “javascript:x”'],
    ['<a href=" https://x.example">', 'href leads to'],
    ['<a href="java\nscript:x">', 'href leads to'],
    ['<a href="java&Tab;script&colon;x">', 'href leads to'],
    ['<a href="&#106;avascript:x">', 'href leads to'],
    ['<a href="\u0001javascript:x">', 'href leads to'],
    ['<a href="vbscript:x">', 'href leads to'],
    ['<a href="data:text/html,x">', 'href leads to'],
    ['<a href="//x.example">', 'href leads to'],
    ['<a href="/jobs">', 'href leads to'],
    ['<a href="">', 'href leads to'],
    ['<td background="data:image/png,x">', 'background leads to'],
    ['<img src="cid:1">', 'src leads to'],
    ['<p class=a>', 'each attribute of <p> needs quotes'],
    ['<p class="a"b="c">', 'each attribute of <p> needs quotes'],
    ['<a href="https://x.example" onclick=x>', 'each attribute of <a> needs quotes'],
    ['<p', 'a tag is not closed'],
    ['<p title="a>', 'a tag is not closed'],
    ['<p></p><', 'a tag is not closed'],
    ['< p>', 'a tag is not closed'],
    ['<!-- a comment -->', 'a tag is not closed'],
    ['<!--[if gte mso 9 && x]>', 'a tag is not closed'],
    ['<!DOCTYPE html>', 'a tag is not closed'],
    ['<?xml version="1.0"?>', 'a tag is not closed'],
    ['<![CDATA[x]]>', 'a tag is not closed'],
  ])('is %s', (page, message) => {
    expect(() => refuseUnsafeHtml(page)).toThrow(message);
    expect(() => refuseUnsafeHtml(page)).toThrow(UnsafeHtmlError);
  });

  test('is a long address by its beginning', () => {
    expect(() => refuseUnsafeHtml(`<a href="ftp:${'x'.repeat(500)}">`)).toThrow(/“ftp:x{76}”$/);
  });
});

describe('tags that are known', () => {
  test('are looked at once, but those that lead away each time', () => {
    const known = new Set<string>();
    refuseUnsafeHtml('<p class="a">x</p><a href="https://x.example">y</a>', known);
    expect([...known]).toEqual(['<p class="a">', '</p>', '</a>']);
  });

  test('do not hide what only begins like them', () => {
    const known = new Set<string>();
    refuseUnsafeHtml('<p title="x">y</p><b>z</b>', known);
    expect(() => refuseUnsafeHtml('<p title="x" onclick="y">', known)).toThrow('onclick');
    expect(() => refuseUnsafeHtml('<p title="<b>" onclick="y">', known)).toThrow('onclick');
  });

  test('are forgotten before they are too many', () => {
    const known = new Set<string>();
    const page = Array.from({ length: 2_500 }, (_, place) => `<p class="c${place}">`).join('');
    refuseUnsafeHtml(page, known);
    expect(known.size).toBeLessThanOrEqual(2_000);
    expect(known.has('<p class="c2499">')).toBe(true);
  });

  test('change nothing of what is refused', () => {
    const piece = fc.constantFrom(
      '<p>',
      '<p class="a">',
      '<p title=">">',
      '<b',
      '>',
      '"',
      '</p>',
      '<i x>',
      '<script>',
      ' ',
      'x',
      '<a href="x">',
    );
    const known = new Set<string>();
    const verdict = (page: string, tags?: Set<string>) => {
      try {
        refuseUnsafeHtml(page, tags);
        return 'safe';
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const page = pieces.join('');
        expect(verdict(page, known)).toBe(verdict(page));
      }),
    );
  });
});
