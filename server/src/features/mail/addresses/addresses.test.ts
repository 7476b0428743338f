import { api } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../platform/edit-distance/index.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { addressRoutes } from './addresses.routes.ts';
import { checkAddress, isDisposable } from './addresses.ts';
import { didYouMean } from './did-you-mean.ts';
import { commonDomains, realNeighbours } from './domains.ts';

const meant = (domain: string) => didYouMean(`ada@${domain}`)?.slice('ada@'.length) ?? null;

describe('a mistyped domain', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.cmo', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmai.fr', 'hotmail.fr'],
    ['outlok.com', 'outlook.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahoo.con', 'yahoo.com'],
    ['iclud.com', 'icloud.com'],
    ['googelmail.com', 'googlemail.com'],
    ['gxm.de', 'gmx.de'],
    ['wbe.de', 'web.de'],
    ['web.dee', 'web.de'],
    ['t-onlin.de', 't-online.de'],
  ])('%s is answered with %s', (written, suggested) => {
    expect(meant(written)).toBe(suggested);
  });

  test.each([
    'gmx.at',
    'mail.ru',
    'web.de',
    'mail.com',
    'email.com',
    'ymail.com',
    'gmx.fr',
    'love.com',
    'aon.at',
    'wed.de',
    'wab.com',
    'gmx.io',
    'arcor.de',
    'yahoo.ca',
    'hotmail.nl',
    'outlook.ie',
    'live.nl',
    'me.net',
    'example.org',
    'uni-bonn.de',
    'google.com',
    'gov.uk',
    'free.org',
    'xn--mller-kva.de',
    'localhost',
    '',
  ])('is not seen in %s', (real) => {
    expect(meant(real)).toBeNull();
  });

  test('is never one that is known, and what is suggested is one that many have', () => {
    for (const domain of [...commonDomains, ...realNeighbours]) expect(meant(domain)).toBeNull();
    const domains = fc.oneof(
      fc.domain(),
      fc.string({ maxLength: 20 }),
      fc
        .tuple(fc.constantFrom(...commonDomains), fc.nat(15), fc.string({ maxLength: 2 }))
        .map(([domain, at, put]) => domain.slice(0, at) + put + domain.slice(at + 1)),
    );
    fc.assert(
      fc.property(domains, fc.emailAddress(), (behindAt, address) => {
        const suggested = didYouMean(`${address.split('@', 1)[0]}@${behindAt}`);
        if (suggested === null) return;
        // What is put into a domain may hold an @ itself.
        const domain = behindAt.slice(behindAt.lastIndexOf('@') + 1);
        expect(suggested.startsWith(`${address.split('@', 1)[0]}@`)).toBe(true);
        const suggestedDomain = suggested.slice(suggested.lastIndexOf('@') + 1);
        expect([...commonDomains, ...realNeighbours]).toContain(suggestedDomain);
        expect(editDistance(domain, suggestedDomain)).toBeLessThanOrEqual(2);
        expect(didYouMean(suggested)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('is found wherever in a long name two letters are swapped or one is left out', () => {
    const long = commonDomains.filter((domain) => domain.indexOf('.') >= 6);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(20), fc.boolean(), (domain, place, swaps) => {
        const name = domain.slice(0, domain.indexOf('.'));
        const at = place % (name.length - 1);
        const [left = '', right = ''] = name.slice(at, at + 2);
        const typed = name.slice(0, at) + (swaps ? right + left : left) + name.slice(at + 2);
        const written = typed + domain.slice(name.length);
        if (typed === name || realNeighbours.has(written)) return;
        expect(meant(written)).not.toBeNull();
      }),
    );
  });
});

describe('an address', () => {
  test.each([
    ['info@example.org', { role_based: true, disposable: false, suggestion: null }],
    ['noreply+x@example.org', { role_based: true, disposable: false, suggestion: null }],
    ['ada@mailinator.com', { role_based: false, disposable: true, suggestion: null }],
    ['ada@deep.down.mailinator.com', { role_based: false, disposable: true, suggestion: null }],
    ['ada@t-onlin.de', { role_based: false, disposable: false, suggestion: 'ada@t-online.de' }],
    ['information@gmail.com', { role_based: false, disposable: false, suggestion: null }],
  ])('%s is seen for what it is', (address, expected) => {
    expect(checkAddress(address)).toEqual(expected);
  });

  test('of those that many have is not thrown away', () => {
    expect(commonDomains.filter((domain) => isDisposable(`ada@${domain}`))).toEqual([]);
  });

  test('can be checked by anybody, and has to be one', async () => {
    const check = (email: string) => callRoute(api.auth.checkAddress, { body: { email } }, addressRoutes());
    expect(await check(' Ada@GMIAL.com ')).toMatchObject({ suggestion: 'ada@gmail.com' });
    await expect(check('ada')).rejects.toMatchObject({ name: 'ZodError' });
  });
});
