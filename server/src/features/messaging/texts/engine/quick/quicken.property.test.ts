import { kindNames, type Locale, locales } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../../../testing/cases.ts';
import { anyTemplate, anyView } from '../../../../../testing/messaging/liquid-templates.ts';
import { samplesOf, textsOf } from '../../../../../testing/messaging/texts.ts';
import { viewsOf } from '../../check/views.ts';
import { mailParts, shippedHtml } from '../../layout/index.ts';
import { tellHowTextsAreRead } from '../../module.ts';
import { createEngine } from '../engine.ts';
import { quickReadingWorks, saysTheSame } from './detect.ts';

const parts = { ...mailParts, part: '[{{ text }}{% if text == "a" %}!{% endif %}]' };
const reader = { locale: 'en', time_zone: 'Europe/Berlin' } as const;

const engines = {
  html: [createEngine('html', { parts, isQuick: true }), createEngine('html', { parts, isQuick: false })],
  text: [createEngine('text', { parts, isQuick: true }), createEngine('text', { parts, isQuick: false })],
} as const;

/** What a template says by each engine for each view, or how it fails. */
function outcomesOf(
  format: keyof typeof engines,
  template: string,
  views: readonly Readonly<Record<string, unknown>>[],
  locale: Locale = 'en',
): string[][] {
  return engines[format].map((engine) => {
    const parsed = attempt(() => engine.parse(template));
    if (typeof parsed === 'string') return [parsed];
    return views.map((view) => attempt(() => parsed.render(view, { ...reader, locale })));
  });
}

function attempt<Result>(run: () => Result): Result | string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

describe('a template that is read quickly says what the library says', () => {
  test.each(locales)('of all that is shipped in %s', (locale) => {
    for (const kind of kindNames) {
      const texts = textsOf(kind);
      const mail = texts.mail(locale);
      const { title, message } = texts.inbox[locale];
      const views = (channel: 'inbox' | 'email') => {
        const [sample = {}, ...lacking] = viewsOf(texts, channel);
        return [...samplesOf(kind).map(({ payload }) => ({ ...sample, ...payload })), ...lacking];
      };
      const sources = [
        ['text', title, views('inbox')],
        ['text', message, views('inbox')],
        ['text', mail.subject, views('email')],
        ['text', mail.preheader, views('email')],
        ['text', mail.text, views('email')],
        ['html', shippedHtml().bodyOf(mail), views('email')],
      ] as const;
      for (const [format, source, each] of sources) {
        const [quick, plain] = outcomesOf(format, source, each, locale);
        expect(quick, `${kind}: ${source}`).toEqual(plain);
      }
    }
  });

  test('of whatever else is written', () => {
    let [failed, total] = [0, 0];
    fc.assert(
      fc.property(anyTemplate, anyView, fc.constantFrom('html', 'text'), (template, view, format) => {
        const [quick, plain] = outcomesOf(format, template, [view]);
        total += 1;
        if (/^\w*Error: /.test(plain?.[0] ?? '')) failed += 1;
        expect(quick).toEqual(plain);
      }),
      numberOfCases(20_000, 150),
    );
    // What breaks at once would show nothing.
    expect(failed / total).toBeLessThan(0.75);
  });
});

describe('the library', () => {
  test('is as the quick reader knows it', () => {
    expect(quickReadingWorks()).toBe(true);
  });

  test.each([
    ['says something else', (templates: unknown[]) => void templates.pop()],
    [
      'breaks',
      () => {
        throw new TypeError('there is no such field');
      },
    ],
  ])('is left alone when a quick template %s', (_what, change) => {
    expect(saysTheSame(change)).toBe(false);
  });

  test.each([
    [true, []],
    [false, ['texts_read_slowly']],
  ])('is told of in the log where it is unknown (quick: %s)', (isQuick, expected) => {
    const told: unknown[] = [];
    tellHowTextsAreRead({ warn: ({ event }: { event?: string }) => void told.push(event) }, isQuick);
    expect(told).toEqual(expected);
  });
});
