import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkerPool } from '../../../../platform/workers/index.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import { createMjmlService } from './mjml-service.ts';
import { MjmlError, prepareBody } from './mjml-structure.ts';

const mjml = createMjmlService(testWorkers());

const section = (content: string) => `<mj-section><mj-column>${content}</mj-column></mj-section>`;

test('Liquid between components stays where it is', async () => {
  const { html, compiler } = await mjml.compile(
    section('{% for job in jobs %}\n<mj-text>{{ job.job_title }}</mj-text>\n{% endfor %}'),
  );
  expect(html).toMatch(
    /\{% for job in jobs %\}\s*<tr>[\s\S]*\{\{ job\.job_title \}\}[\s\S]*<\/tr>\s*\{% endfor %\}/,
  );
  expect(compiler).toMatch(/^mjml \d+\.\d+\.\d+$/);
});

test('a whole document is taken for its body, and told by its lines', async () => {
  const body = section('<mj-text>Hello</mj-text>');
  const document = `<mjml>\n<mj-body>\n${body}\n</mj-body>\n</mjml>`;
  expect((await mjml.compile(document)).html).toBe((await mjml.compile(body)).html);
  const wrong = mjml.compile(
    '<mjml>\n<mj-body>\n<mj-section>\n<mj-text>x</mj-text></mj-section>\n</mj-body></mjml>',
  );
  await expect(wrong).rejects.toMatchObject({ problems: [{ line: 4 }] });
});

test.each([
  ['a text beside mj-text', `<mj-section>\nhello<mj-column></mj-column></mj-section>`, 2],
  ['a component that is not closed', '\n<mj-section><mj-column></mj-column>', 2],
  ['a tag that does not end', '<mj-section>\n<mj-column width="50%></mj-column></mj-section>', 2],
  ['a component that closes another', '<mj-section>\n<mj-column>\n</mj-section>', 3],
  ['a component inside of a text', `<mj-section><mj-column>\n<mj-text><mj-text>x</mj-text></mj-text>`, 2],
  ['a head of its own', '<mjml><mj-head></mj-head>\n<mj-body></mj-body></mjml>', 1],
  ['a program', section('\n<mj-accordion></mj-accordion>'), 2],
  ['another file', '<mj-include path="/etc/passwd" />', 1],
])('%s is refused with its line', (_name, source, line) => {
  expect(() => prepareBody(source)).toThrow(MjmlError);
  try {
    prepareBody(source);
  } catch (error) {
    expect(error).toMatchObject({ problems: [{ line }] });
  }
});

test('whatever is written is prepared or refused', () => {
  const piece = fc.constantFrom(
    '<mj-section>',
    '</mj-section>',
    '<mj-column width="50%">',
    '</mj-column>',
    '<mj-text>',
    '</mj-text>',
    '<mj-spacer />',
    '{% if a > b %}',
    '{{ "}}" }}',
    '<!-- x -->',
    '<p class="a',
    '"',
    '\n',
    'word',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        expect(typeof prepareBody(pieces.join(''))).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(MjmlError);
      }
    }),
  );
});

describe('the service', () => {
  test('refuses what is too much for it', async () => {
    const long = section(`<mj-text>${'x'.repeat(100_001)}</mj-text>`);
    await expect(mjml.compile(long)).rejects.toThrow('too long');
    const deep = section(`<mj-text>${'<b>'.repeat(10_000)}</mj-text>`);
    await expect(mjml.compile(deep)).rejects.toThrow('too deep');
  });

  test('says of what was not compiled in time that it was not', async () => {
    const busy: WorkerPool = {
      ...testWorkers(),
      run: async () => ({ status: 'too_slow', detail: 'it did not end within 10000 ms' }),
    };
    const answer = createMjmlService(busy).compile(section('<mj-text>x</mj-text>'));
    await expect(answer).rejects.toMatchObject({
      problems: [{ line: null, message: expect.stringContaining('not compiled in time') }],
    });
  });
});
