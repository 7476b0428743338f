import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyDomainOf, companyDomainOfMailbox } from './domains.ts';
import { likenessOf, likenessOfDomain } from './likeness.ts';
import { skeletonOf } from './skeleton.ts';

describe('a name looks like Lanternworks', () => {
  it.each([
    'LANTERNWORKS',
    'Lantern Works GmbH',
    'Lantern-Works, Inc.',
    'Länternwörks Ltd',
    'lantemworks',
    'Lanternw0rks',
    '1anternworks',
    'Ianternworks',
    'Lantern\u200bworks',
    'Lantern\u200cworks',
    'Lantern\u2060works\ufeff',
    '\u202elanternworks\u2069',
    'Lantern\u3164works\u{e0041}',
    `${'\u200b'.repeat(300)}Lanternworks`,
    'Lant\u0435rnworks',
    'ＬＡＮＴＥＲＮＷＯＲＫＳ',
    'LANTERNWΟRKS SARL',
    'Lanternworks GmbН',
    '𝐋anternworks',
    'Lanternvvorks',
    'Lanternworks™',
    'Lanternworks UG (haftungsbeschränkt)',
    'Lanternworks Pvt. Ltd.',
    'Lanternworks Sp. z o.o.',
    'Lanternworks OÜ',
    'Lanternworks A/S',
    'Lanternworks Lda',
    'Lanternworks eG',
    '株式会社 Lanternworks',
    'ООО Lanternworks',
    'The Lanternworks',
    'ʟanternworks',
    'Lanternworkƨ',
    'Lant℮rnworks',
  ])('when it is %s', (name) => {
    expect(skeletonOf(name)).toBe(skeletonOf('Lanternworks'));
  });

  it.each(['Mueller Soehne GmbH', 'Müller & Söhne', 'Müller und Söhne KG', 'MÜLLER SÖHNE'])(
    'or like Müller Söhne GmbH when it is %s',
    (name) => {
      expect(skeletonOf(name)).toBe(skeletonOf('Müller Söhne GmbH'));
    },
  );

  it.each(['Lanternwork', 'Lampworks', 'Lanternworks Berlin', 'Lattern'])('not when it is %s', (name) => {
    expect(skeletonOf(name)).not.toBe(skeletonOf('Lanternworks'));
  });

  it('and every name has a skeleton, which does not depend on case, spaces and punctuation', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,12}$/), (name) => {
        const skeleton = skeletonOf(name);
        expect(skeleton).not.toBe('');
        expect(skeletonOf(`  ${name.toUpperCase()} ,`)).toBe(skeleton);
        expect(skeletonOf([...name].join('\u200d'))).toBe(skeleton);
      }),
    );
    for (const name of ['株式会社', '!!!', '1', '🏮']) expect(skeletonOf(name)).not.toBe('');
  });
});

describe('a name could be taken for Lanternworks', () => {
  it.each([
    'LANTERN WORKS GmbH',
    'Lanternworks (official)',
    'Lanternworks – offiziell',
    'Lanternworks Officiel',
    'Lanternworks Karriere',
    'Lanternworks Carrières',
    'Lanternworks Empleos',
    'Lanternworks HR-Team',
    'Lanternworks H.R.',
    'Lanternworks Human Resources',
    'Recursos Humanos Lanternworks',
    'Lanternworks Jobs & Careers GmbH',
    'Lanternworks Recruiting Deutschland',
    'Lanternworks Germany GmbH & Co. KG',
    'Lanternworks in Österreich',
    'Jobs bei Lanternworks',
    'Careers at the Lanternworks',
    'Lanternw0rks Саrееrs',
    'lanternworks.com',
    'www.lanternworks.co.uk',
    'https://jobs.lanternworks.de/open',
    'LanternworksJobs',
    'lanternworks-karriere',
    'OfficialLanternworks',
  ])('when it is %s', (name) => {
    expect(likenessOf(name)).toBe(likenessOf('Lanternworks'));
  });

  it.each(['Lanternworks Berlin', 'Lantern', 'Works', 'Jobs', 'Karriere Deutschland', 'HR Team'])(
    'not when it is %s',
    (name) => {
      expect(likenessOf(name)).not.toBe(likenessOf('Lanternworks'));
      expect(likenessOf(name)).not.toBe('');
    },
  );

  it('nor is a short name cut down to what is in it by chance', () => {
    for (const name of ['Jobs', 'Nojobs', 'SAP', 'Deutschland GmbH'])
      expect(likenessOf(name)).toBe(skeletonOf(name));
  });

  it('by its domain, in whichever writing', () => {
    expect(likenessOfDomain('lanternworks.example')).toBe(likenessOf('Lanternworks'));
    expect(likenessOfDomain('lanternworks.co.uk')).toBe(likenessOf('Lanternworks'));
    expect(likenessOfDomain('xn--bcher-kva.de')).toBe(likenessOf('Bücher'));
  });
});

describe('the domain of a company', () => {
  it.each([
    ['acme.com', 'acme.com'],
    [' https://Jobs.Acme.co.uk/open?x=1 ', 'acme.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['acme.github.io', 'acme.github.io'],
  ])('%s is %s', (written, domain) => {
    expect(companyDomainOf(written)).toBe(domain);
  });

  it('is shown by a mailbox of its own, and not by one below it', () => {
    expect(companyDomainOfMailbox('acme.co.uk')).toBe('acme.co.uk');
    expect(companyDomainOfMailbox('Bücher.example')).toBe('xn--bcher-kva.example');
    for (const host of ['users.noreply.acme.com', 'students.acme.co.uk', 'privaterelay.appleid.com'])
      expect(() => companyDomainOfMailbox(host)).toThrow(
        expect.objectContaining({ code: 'company_domain_refused' }),
      );
  });

  it.each([
    'gmail.com',
    'mail.gmx.de',
    'duck.com',
    'tutanota.com',
    'co.uk',
    'github.io',
    'localhost',
    'printer.local',
    '10.0.0.1',
    '[::1]',
    'acme',
    '',
    '..',
    'constructor',
  ])('is not %j', (written) => {
    expect(() => companyDomainOf(written)).toThrow(
      expect.objectContaining({ code: 'company_domain_refused' }),
    );
  });
});
