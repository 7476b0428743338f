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
      more: [],
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

describe('what a page means by its parts', () => {
  it('is found by references, through lists and from script to script', () => {
    const html = page(
      '{"@graph":[{"@type":"Organization","@id":"#o","name":"Bolt Works"},{"@type":"JobPosting","title":"Cook","hiringOrganization":{"@id":"#o"},"jobLocation":[{"@id":"#p"}]}]}',
      '{"@type":"Place","@id":"#p","address":{"addressLocality":"Ulm"}}',
    );
    expect(postingsOf(html).rows).toMatchObject([
      { hiringOrganization: { name: 'Bolt Works' }, jobLocation: [{ address: { addressLocality: 'Ulm' } }] },
    ]);
  });

  it('is said by microdata as well', () => {
    const html = `<html><div itemscope itemtype="https://schema.org/JobPosting">
      <h1 itemprop="title">Cook</h1><meta itemprop="datePosted" content="2026-08-10">
      <div itemprop="description"><p>Kitchen</p></div>
      <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Acme</b></span>
      <div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><div itemprop="address" itemscope>
        <span itemprop="addressLocality">Ulm</span></div></div>
      <a itemprop="url" href="/jobs/1">Apply</a><span itemprop="skills">Knife</span><span itemprop="skills">Fire</span>
    </div></html>`;
    expect(postingsOf(html).rows).toEqual([
      {
        '@type': 'JobPosting',
        title: 'Cook',
        datePosted: '2026-08-10',
        description: '<p>Kitchen</p>',
        hiringOrganization: { '@type': 'Organization', name: 'Acme' },
        jobLocation: { '@type': 'Place', address: { '@type': '', addressLocality: 'Ulm' } },
        url: '/jobs/1',
        skills: ['Knife', 'Fire'],
      },
    ]);
  });
});

describe('where a document leads', () => {
  const site = new URL('https://acme.example/careers');
  const entry = (address: string) => `<url><loc>${address}</loc></url>`;

  it.each([
    [
      'a sitemap to the pages of jobs on its own host',
      `<?xml version="1.0"?><urlset>${entry('https://acme.example/careers/cook')}${entry('https://acme.example/about')}${entry('https://evil.example/jobs/1')}</urlset>`,
      ['https://acme.example/careers/cook'],
    ],
    [
      'an index of sitemaps to these',
      '<sitemapindex><sitemap><loc>https://acme.example/jobs.xml</loc></sitemap></sitemapindex>',
      ['https://acme.example/jobs.xml'],
    ],
    [
      'a list to its items',
      page(
        '{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/careers/1"},{"@type":"ListItem","url":"https://evil.example/1"}]}',
      ),
      ['https://acme.example/careers/1'],
    ],
    [
      'a page without postings to those below it',
      '<html><a href="/careers/1#top">a</a><a href="careers/2">b</a><a href="/careers">c</a><a href="/contact">d</a><a href="//evil.example/careers/3">e</a></html>',
      ['https://acme.example/careers/1', 'https://acme.example/careers/2'],
    ],
  ])('%s', (_what, document, more) => {
    expect(postingsOf(document, site)).toMatchObject({ rows: [], more });
  });

  it('is nowhere from a page with postings, from a file, and from a page that another one has named', () => {
    const html = `${page(posting('Hi'))}<a href="/careers/1">a</a>`;
    expect(postingsOf(html, site)).toMatchObject({ rows: [{ title: 'Cook' }], more: [] });
    expect(() => postingsOf('<html><a href="/careers/1">a</a></html>')).toThrow('no JobPosting');
    expect(
      postingsOf(
        '<html><a href="/careers/1/2">a</a></html>',
        new URL('https://acme.example/careers/1'),
        false,
      ),
    ).toEqual({
      rows: [],
      brokenScripts: 0,
      more: [],
    });
  });
});
