import { describe, expect, test } from 'vitest';
import { textsByKind } from '../../../platform/kind-texts/index.ts';
import { createShippedTexts, kindTexts, sampleOf, textsOf } from '../../../testing/messaging/texts.ts';
import { createTexts, defaultRecipient, type PublishedTemplate } from './index.ts';

const slot = { id: 'one', kind: 'job_alert', locale: 'en', version: 3 } as const;
const inbox = (title: string, id = 'one'): PublishedTemplate => ({
  ...slot,
  id,
  channel: 'inbox',
  content: { title, message: '' },
});
const mailContent = { subject: 'My mail', preheader: '', html: '<p>{{ title }}</p>', text: '{{ title }}' };
const mail = (
  change: Partial<typeof mailContent> = {},
  compiled: { readonly html: string; readonly styles: string } | null = null,
): PublishedTemplate => ({
  ...slot,
  channel: 'email',
  content: { ...mailContent, ...change },
  compiled: compiled === null ? null : { ...compiled, compiler: 'mjml 5' },
});

const shippedTitle = 'Harbour Pilot at North Quay';
const view = {
  ...sampleOf('job_alert'),
  title: 'Title',
  message: '',
  name: 'Ada',
  action_label: 'Open',
  action_url: 'https://rolecall.example/jobs/1',
  base_url: 'https://rolecall.example',
  save_url: 'https://rolecall.example/m/save',
  hide_url: 'https://rolecall.example/m/hide',
};

function start() {
  const broken: { readonly id: string; readonly message: string }[] = [];
  const texts = createShippedTexts(({ id }, error) =>
    broken.push({ id, message: error instanceof Error ? error.message : String(error) }),
  );
  const title = (locale: 'en' | 'de' = 'en') =>
    texts.inbox('job_alert', sampleOf('job_alert'), { ...defaultRecipient, locale }).title;
  const mailOf = () => texts.mail('job_alert', view, defaultRecipient);
  return { texts, broken, title, mailOf };
}

describe('a published text', () => {
  test('is said in its language and channel alone, until another list is published', () => {
    const { texts, title, mailOf } = start();
    texts.usePublished([inbox('Look: {{ job_title }}')]);
    expect([title(), title('de')]).toEqual(['Look: Harbour Pilot', 'Harbour Pilot bei North Quay']);
    expect(mailOf().templateVersion).toBeNull();
    texts.usePublished([]);
    expect(title()).toBe(shippedTitle);
  });

  test('tells its version with the mail', () => {
    const { texts, mailOf } = start();
    texts.usePublished([mail()]);
    expect(mailOf()).toMatchObject({ subject: 'My mail', text: 'Title', templateVersion: 3, styles: '' });
    expect(mailOf().html).toContain('<p>Title</p>');
  });

  test('goes out as its MJML was compiled, with its styles', () => {
    const { texts, mailOf } = start();
    const compiled = { html: '<table><tr><td>{{ title }}</td></tr></table>', styles: '.a { width: 1px }' };
    texts.usePublished([mail({ html: '<mj-section></mj-section>' }, compiled)]);
    expect(mailOf()).toMatchObject({
      html: '<table><tr><td>Title</td></tr></table>',
      styles: compiled.styles,
    });
  });

  test('counts when it is the last of its slot', () => {
    const { texts, title } = start();
    texts.usePublished([inbox('First'), inbox('Second')]);
    expect(title()).toBe('Second');
  });
});

describe('a published text that cannot be used', () => {
  test.each([
    ['does not parse', inbox('{% if %}'), 'invalid value expression'],
    ['names what is gone', inbox('{{ gone }}'), 'undefined variable: gone'],
    ['uses a filter that is gone', inbox('{{ job_title | gone }}'), 'undefined filter: gone'],
  ])('and %s is reported once, and the shipped one is said', (_what, template, message) => {
    const { texts, broken, title } = start();
    texts.usePublished([template]);
    expect([title(), title(), title()]).toEqual([shippedTitle, shippedTitle, shippedTitle]);
    expect(broken).toEqual([{ id: 'one', message: expect.stringContaining(message) }]);
  });

  test.each([
    [
      'has MJML that was never compiled',
      mail({ html: '<mj-section></mj-section>' }),
      'has not been compiled',
    ],
    ['leads to a program', mail({ html: '<a href="javascript:x">x</a>' }), 'href leads to'],
    ['names what is gone', mail({ text: '{{ gone }}' }), 'undefined variable: gone'],
  ])('and %s does not keep a mail back', (_what, template, message) => {
    const { texts, broken, mailOf } = start();
    texts.usePublished([template]);
    expect(mailOf()).toMatchObject({ subject: 'Title', templateVersion: null });
    mailOf();
    expect(broken).toEqual([{ id: 'one', message: expect.stringContaining(message) }]);
  });

  test('is reported again when it is published again, and leaves the others alone', () => {
    const { texts, broken, title, mailOf } = start();
    texts.usePublished([inbox('{{ gone }}'), mail()]);
    title();
    texts.usePublished([inbox('{{ gone }}', 'two'), mail()]);
    title();
    expect(broken.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(mailOf().subject).toBe('My mail');
  });

  test('may work for one person and not for another', () => {
    const { texts, broken } = start();
    texts.usePublished([inbox('{{ location | upcase }} {{ reasons[0].code | upcase }}')]);
    const title = (change: object) =>
      texts.inbox('job_alert', { ...sampleOf('job_alert'), ...change }, defaultRecipient).title;
    expect(title({})).toBe('HAMBURG TITLE');
    expect(title({ reasons: [] })).toBe(shippedTitle);
    expect(title({})).toBe('HAMBURG TITLE');
    expect(broken).toHaveLength(1);
  });
});

describe('the texts of all kinds', () => {
  test('are all there', () => {
    expect(() => textsByKind(kindTexts)).not.toThrow();
  });

  test('are missed when a process starts, not when an inbox opens', () => {
    const without = kindTexts.filter(({ kind }) => kind !== 'offer');
    expect(() => createTexts({ kinds: without })).toThrow('these kinds have no texts: offer');
    expect(() => createTexts({ kinds: [...kindTexts, textsOf('offer')] })).toThrow(
      'the kind offer has texts twice',
    );
  });
});

test('a mail of a view that is not of its kind is refused', () => {
  const { texts } = start();
  expect(() => texts.mail('offer', { title: 'x', message: '' }, defaultRecipient)).toThrow(
    'undefined variable',
  );
});
