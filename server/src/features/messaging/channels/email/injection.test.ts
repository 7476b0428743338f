import { type Kind, kindNames, kinds, locales } from '@rolecall/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { type HostileMails, startHostileMails } from '../../../../testing/messaging/hostile-mails.ts';
import { hostileTexts } from '../../../../testing/messaging/hostile-texts.ts';
import { createShippedTexts, sampleOf } from '../../../../testing/messaging/texts.ts';

let mails: HostileMails;
beforeAll(async () => {
  mails = await startHostileMails(createShippedTexts());
});
afterAll(() => mails.close());

/** The payload with a value in the place of each of its texts, one after the other, where its kind takes that. */
function withEachText(kind: Kind, change: (sample: string) => string): Readonly<Record<string, unknown>>[] {
  return variants(sampleOf(kind), change).flatMap((variant) => {
    const read = kinds[kind].payload.safeParse(variant);
    return read.success ? [{ ...read.data }] : [];
  });
}

function variants(given: unknown, change: (sample: string) => string): unknown[] {
  if (typeof given === 'string') return [change(given)];
  if (Array.isArray(given)) {
    // Entries of a list are alike.
    return given
      .slice(0, 2)
      .flatMap((item: unknown, place) => variants(item, change).map((variant) => given.with(place, variant)));
  }
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([field, item]) =>
    variants(item, change).map((variant) => ({ ...given, [field]: variant })),
  );
}

const fragment = fc.constantFrom(...hostileTexts);
const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: fragment }, fc.string({ unit: 'binary', maxLength: 40 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const locale = fc.constantFrom(...locales);

test.each(kindNames)('nothing comes of hostile text in any field of %s', async (kind) => {
  const everything = hostileTexts.filter(({ length }) => length < 200).join(' ');
  for (const [place, value] of [
    everything,
    ...hostileTexts.filter(({ length }) => length >= 200),
  ].entries()) {
    const language = locales[place % locales.length];
    for (const payload of withEachText(kind, (sample) => `${sample}${value}`)) {
      await mails.expectHarmless({ kind, payload, ...(language === undefined ? {} : { locale: language }) });
    }
  }
});

test('nothing comes of it in several fields at once, whole or as a part, in any language', async () => {
  const trial = fc.record({
    kind: fc.constantFrom(...kindNames),
    value: hostile,
    isWhole: fc.boolean(),
    locale,
  });
  await fc.assert(
    fc.asyncProperty(trial, async ({ kind, value, isWhole, locale: language }) => {
      for (const payload of withEachText(kind, (sample) => (isWhole ? value : value + sample))) {
        await mails.expectHarmless({ kind, payload, locale: language });
      }
    }),
    { numRuns: 30 },
  );
});

test('nothing comes of it in names', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Kind[]>('welcome', 'job_alert'),
      hostile,
      locale,
      async (kind, name, language) => {
        await mails.expectHarmless({ kind, name, locale: language });
      },
    ),
    { numRuns: 60 },
  );
  for (const name of hostileTexts) await mails.expectHarmless({ kind: 'welcome', name });
});

test('nothing comes of it in addresses', async () => {
  const addresses = [
    'ada@example.org\r\nRCPT TO:<evil@example.net>',
    'ada@example.org\nBcc: evil@example.net',
    'ada@example.org, evil@example.net',
    'ada@example.org;evil@example.net',
    'ada@example.org> SIZE=1',
    '<ada@example.org>',
    'ada <ada@example.org>',
    'ada@example.org <evil@example.net>',
    '"ada lovelace"@example.org',
    '"ada@evil.example"@example.org',
    '"ada\\"@evil.example"@example.org',
    'ada(comment)@example.org',
    'group:ada@example.org;',
    '@relay.example:ada@example.org',
    'ada@[127.0.0.1]',
    'ada@exam ple.org',
    'ada\0@example.org',
    'ada@example.org\u0000',
    'ada@пример.example',
    'адa@example.org',
    'ada',
    '@',
    '',
    `${'a'.repeat(10_000)}@example.org`,
  ];
  for (const email of addresses) await mails.expectHarmless({ kind: 'welcome', email });
  await fc.assert(
    fc.asyncProperty(hostile, fc.boolean(), async (value, isLocal) => {
      const email = isLocal ? `ada${value}@example.org` : `ada@example.org${value}`;
      await mails.expectHarmless({ kind: 'welcome', email });
    }),
    { numRuns: 60 },
  );
});
