import { kinds } from '@rolecall/contract';
import { afterAll, beforeAll, test } from 'vitest';
import { type HostileMails, startHostileMails } from '../../../../testing/messaging/hostile-mails.ts';
import { hostileTexts } from '../../../../testing/messaging/hostile-texts.ts';
import { createShippedTexts, sampleOf, textsOf } from '../../../../testing/messaging/texts.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import {
  type CompiledMjml,
  checkTemplate,
  createMjmlService,
  type PublishedTemplate,
} from '../../texts/index.ts';

const texts = createShippedTexts();
let mails: HostileMails;
beforeAll(async () => {
  mails = await startHostileMails(texts);
});
afterAll(() => mails.close());

const service = createMjmlService(testWorkers());

const slot = { kind: 'service_message', channel: 'email', locale: 'en' } as const;
const shipped = {
  subject: 'Hello {{ name }}',
  preheader: '{{ title }}',
  html: '<p>{{ message }}</p>',
  text: '{{ message }}',
};
const publish = (content: Partial<typeof shipped>, compiled: CompiledMjml | null = null) =>
  texts.usePublished([
    {
      id: '01990000-0000-7000-8000-000000000009',
      ...slot,
      version: 1,
      content: { ...shipped, ...content },
      compiled,
    } satisfies PublishedTemplate,
  ]);
const payload = (value: string) => ({
  ...sampleOf('service_message'),
  title: `x ${value}`,
  message: value,
});
const storable = (value: string) => kinds.service_message.payload.safeParse(payload(value)).success;

test.each([
  ['a subject of several lines', { subject: 'Hello{{ "\r\nBcc: evil@example.net" }}' }],
  ['a subject of what is written', { subject: '{{ message }}{{ title }}{{ name }}' }],
  ['no subject', { subject: '{{ "" }}' }],
  ['a preheader with a tag', { preheader: '</div><script>alert(1)</script>{{ message }}' }],
  ['a script', { html: '<script>alert(1)</script>' }],
  ['a script in pieces', { html: '{% assign a = "<scr" %}{{ a }}ipt>alert(1)</script>' }],
  ['a link to a program', { html: '<a href="javascript:alert(1)">x</a>' }],
  ['a link with an entity', { html: '<a href="java&#115;cript:alert(1)">x</a>' }],
  ['a link with a tab', { html: '<a href="java\tscript:alert(1)">x</a>' }],
  ['a link that is a value', { html: '<a href="{{ message }}">x</a>' }],
  ['a link without quotes', { html: '<a href={{ message }}>x</a>' }],
  ['an attribute without quotes', { html: '<p title={{ message }}>x</p>' }],
  ['an attribute in single quotes', { html: "<p title='{{ message }}'>x</p>" }],
  ['an attribute name', { html: '<p {{ message }}>x</p>' }],
  ['a tag name', { html: '<{{ message }}>x' }],
  ['an event handler behind a slash', { html: '<img/onerror=alert(1) src=https://rolecall.example/x>' }],
  ['a picture of data', { html: '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="">' }],
  ['a comment that swallows', { html: '<!-- {{ message }}' }],
  ['a conditional comment', { html: '<!--[if mso]><script>alert(1)</script><![endif]-->' }],
  ['tags that are not closed', { html: '<table><tr><td><b>{{ message }}' }],
  ['tags that close the page', { html: '</td></tr></table></body></html>{{ message }}' }],
  ['a form', { html: '<form action="https://rolecall.example/"><input></form>' }],
  ['a picture of the frame', { html: '<svg><script>alert(1)</script></svg><math></math>' }],
  ['a whole page of styles', { html: '<style>@import url(https://evil.example)</style>' }],
  ['Liquid that is made by Liquid', { html: '{% raw %}{{ "eval" | append: "uated" }}{% endraw %}' }],
] satisfies [string, Partial<typeof shipped>][])('%s does no harm', async (_name, content) => {
  for (const value of ['plain words', ...hostileTexts]) {
    if (!storable(value)) continue;
    publish(content);
    await mails.expectHarmless({ kind: 'service_message', payload: payload(value) });
  }
  publish(shipped);
});

const mjml = (content: string) => `<mj-section><mj-column>${content}</mj-column></mj-section>`;

test.each([
  ['a text', mjml('<mj-text>{{ message }}</mj-text>')],
  ['a text around a value that closes it', mjml('<mj-text><p>{{ message }}</mj-text>')],
  ['a button that leads to a value', mjml('<mj-button href="{{ message }}">{{ title }}</mj-button>')],
  ['a button that leads to a program', mjml('<mj-button href="javascript:alert(1)">x</mj-button>')],
  [
    'an attribute that is a value',
    mjml('<mj-text css-class="{{ message }}" color="{{ message }}">x</mj-text>'),
  ],
  ['a style that is a value', mjml('<mj-text padding="{{ message }}">x</mj-text>')],
  ['a script', mjml('<mj-raw><script>alert(1)</script></mj-raw>')],
  ['a picture that is a value', mjml('<mj-image src="{{ message }}" alt="{{ message }}" />')],
  ['a file of the server', '<mj-include path="/etc/passwd" />'],
  [
    'a style sheet',
    '<mjml><mj-head><mj-style>* { position: fixed }</mj-style></mj-head><mj-body></mj-body></mjml>',
  ],
  ['a condition around components', `{% if message %}${mjml('<mj-text>{{ message }}</mj-text>')}{% endif %}`],
])('MJML with %s does no harm', async (_name, html) => {
  const content = { ...shipped, html };
  const { problems, compiled } = await checkTemplate(textsOf(slot.kind), slot, content, service);
  // What has a fault is never published.
  if (problems.length > 0) return;
  publish(content, compiled);
  for (const value of ['plain words', ...hostileTexts]) {
    if (storable(value)) await mails.expectHarmless({ kind: slot.kind, payload: payload(value) });
  }
});
