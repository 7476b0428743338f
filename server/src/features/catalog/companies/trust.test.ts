import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyDomainOf, companyDomainOfMailbox } from './domains.ts';
import { moreLegalForms } from './legal-forms.ts';
import { likenessesIn, likenessOf, likenessOfDomain } from './likeness.ts';
import { doubtsOf, isRefusedName } from './name-claims.ts';
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

describe('a name is one with Nordlicht Energie GmbH', () => {
  it.each([
    ...['Nordlicht Energie gGmbH', 'Nordlicht Energie Aktiengesellschaft', 'Nordlicht Energie S.à r.l.'],
    ...['Nordlicht Energie Société Anonyme', 'Nordlicht Energie SASU', 'Nordlicht Energie EURL'],
    ...['Nordlicht Energie SCOP', 'Nordlicht Energie S.L.U.', 'Nordlicht Energie S.A. de C.V.'],
    ...['Nordlicht Energie AB (publ)', 'Nordlicht Energie GmbH u. Co. KG', 'Nordlicht Energie GmbH i.G.'],
    ...[
      'Nordlicht Energie PLLC',
      'Nordlicht Energie eingetragene Genossenschaft',
      'Nordlicht Energie s. r. o.',
    ],
    ...[
      'Nordlicht Energie ООО',
      'Nordlicht Energie 株式会社',
      'Nordlicht Energie株式会社',
      'GmbH Nordlicht Energie',
    ],
    ...[
      'Nordlicht Energie Sdn. Bhd.',
      'Nordlicht Energie Société par Actions Simplifiée',
      'ООО Nordlicht Energie',
    ],
    ...[
      'Nordlicht Energie Sociedad Limitada',
      'Nordlicht Energie Società per Azioni',
      'Nordlicht Energie d.o.o.',
    ],
    ...[
      'Nordlicht Energie Spółka z ograniczoną odpowiedzialnością',
      'Nordlicht Energie A.Ş.',
      '(株)Nordlicht Energie',
    ],
    ...['Nordlicht Energie KГ', 'Nordlicht Energie ГмбХ', 'Nordlicht Energie GmbH & Co. KGaA'],
    ...[
      'Nordlicht Eпergie',
      'ɴordlicht Energie',
      'ɴᴏʀᴅʟɪᴄʜᴛ ᴇɴᴇʀɢɪᴇ',
      'Nordl!cht Energie',
      'Nordlicht 3nergie',
      'N0rdl1cht En3rgie',
    ],
    ...[
      'Nordl|cht Energie',
      'Nordlicht €nergie',
      'Nordlich7 Energie',
      '🅽ordlicht Energie',
      'Nordlicht Εnergiе',
      'Иordlicht Energie',
    ],
    ...['N o r d l i c h t  E n e r g i e', 'N.O.R.D.L.I.C.H.T. E n e r g i e GmbH'],
    ...['Nordlicht Enеrgiǝ', 'Nordli¢ht Energie'.replace('¢', 'с')],
  ])('when it is %s', (name) => {
    expect(skeletonOf(name)).toBe(skeletonOf('Nordlicht Energie GmbH'));
  });

  it('with whatever legal form, spaced as it may be', () => {
    for (const form of moreLegalForms)
      for (const written of [form, form.toUpperCase(), form.replaceAll(' ', '')])
        expect(skeletonOf(`Nordlicht Energie ${written}`), written).toBe(skeletonOf('Nordlicht Energie'));
  });

  it.each([
    ...[
      'Nordlicht Energie Stiftung',
      'Nordlicht Energie Genossenschaft',
      'Nordlicht Energie P.C.',
      'АО Nordlicht Energie',
    ],
    ...['The Nordlicht Energie Foundation'],
  ])('or could be taken for it when it is %s', (name) => {
    expect(likenessOf(name)).toBe(likenessOf('Nordlicht Energie'));
  });

  it.each([
    'Nordlicht Energie Berlin',
    'Kundendienst Nordlicht Energie',
    'Die Nordlicht-Energie Zentrale',
    'Nordlicht Energie Süd GmbH',
    'NordlichtEnergieBerlin',
    'Nordlicht Energie24',
  ])('or has it inside when it is %s', (name) => {
    expect(likenessesIn(name)).toContain(likenessOf('Nordlicht Energie'));
  });

  it.each([
    'Yahoo!',
    'Check24',
    'Studio 54',
    'Form Energie',
    '1&1',
    '3M',
    'Casa Sol',
    'Earl Industries',
    'Unlimited Footwear',
    'SAS Institute',
  ])('and %s keeps what is its own', (name) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace('1', 'l')
      .replaceAll('i', 'l');
    expect(skeletonOf(name)).toBe(skeletonOf(plain));
    expect(skeletonOf(name)).not.toBe('');
  });
});

describe('a name that no company has here', () => {
  it.each([
    ...[
      '-',
      '.',
      '🏮',
      '…',
      'Rolecall',
      'Rolecall Support',
      'Rolecall (verified)',
      'R0lecall',
      'Role Call',
      'Support by Rolecall',
    ],
    ...[
      'Nordlicht Energie - verified: nordlicht-energie.com',
      'Nordlicht Energie (verifiziert)',
      'Nordlicht Energie vérifiée',
    ],
    ...[
      'Nordlicht Energie | verificada',
      'Nordlicht Energie Verified GmbH',
      'Nordlicht ✓',
      'https://nordlicht.example',
      'NordlichtVerified',
    ],
    ...['Nordlicht · geprüft', 'Nordlicht vеrified', 'verified: nordlicht.com'],
  ])('is %s', (name) => {
    expect(isRefusedName(name)).toBe(true);
  });

  it.each([
    ...[
      '1&1',
      '株式会社',
      'Booking.com',
      'Parole Callcenter',
      'Verified Credentials',
      'Müller: Bäckerei',
      'Q',
      'Acme Co.Ltd',
      'М.Видео',
    ],
    ...['A & B (Berlin)', 'شركة ميناء الشمال'],
  ])('is not %s', (name) => {
    expect(isRefusedName(name)).toBe(false);
  });

  it('and some are looked at first, by what is in them', () => {
    expect(doubtsOf('Booking.com', 'booking.com')).toEqual([]);
    expect(doubtsOf('jobs.booking.com GmbH', 'booking.com')).toEqual([]);
    expect(doubtsOf('Booking.com', 'other.example')).toEqual(['names_domain']);
    expect(doubtsOf('Booking。com', 'other.example')).toEqual(['names_domain']);
    expect(doubtsOf('Verified Credentials', 'verified.example')).toEqual(['claims_verified']);
    expect(doubtsOf('Siemеns', 'siem.example')).toEqual(['mixed_letters']);
    for (const name of [
      'Acme Co.Ltd',
      'S.A.S. Dupont',
      'St.Galler Bank',
      'Sony株式会社',
      'Яндекс',
      'E.ON',
      'Société Générale',
    ])
      expect(doubtsOf(name, 'a.example'), name).toEqual([]);
  });

  it('is found in a moment however it is made', () => {
    for (const piece of ['a.', 'verified:', '株式会社', 'gmbh ', '!a', '3a', 'а'])
      expect(
        likenessesIn(piece.repeat(5_000)).length + Number(isRefusedName(piece.repeat(5_000))),
      ).toBeLessThan(100);
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
    expect(companyDomainOfMailbox('a@acme.co.uk')).toBe('acme.co.uk');
    expect(companyDomainOfMailbox('a@Bücher.example')).toBe('xn--bcher-kva.example');
    for (const host of ['users.noreply.acme.com', 'students.acme.co.uk', 'privaterelay.appleid.com'])
      expect(() => companyDomainOfMailbox(`a@${host}`)).toThrow(
        expect.objectContaining({ code: 'company_domain_refused' }),
      );
  });

  it.each([
    'vodafone.de',
    'proximus.be',
    'ieee.org',
    'harvard.edu',
    'ox.ac.uk',
    'uni-heidelberg.de',
    'telia.com',
    'ziggo.nl',
  ])(
    '%s is not shown by a mailbox that a customer, member or student may have, but by the DNS and by who runs it',
    (domain) => {
      expect(() => companyDomainOfMailbox(`max.m@${domain}`)).toThrow(
        expect.objectContaining({ code: 'company_mailbox_refused' }),
      );
      expect(companyDomainOfMailbox(`postmaster@${domain}`)).toBe(domain);
      expect(companyDomainOf(domain)).toBe(domain);
    },
  );

  it('has no dot at its end, whichever dot', () => {
    for (const written of [
      'victim-sec.com。',
      'victim-sec.com.',
      'victim-sec．com',
      'https://victim-sec.com./x',
    ])
      expect(companyDomainOf(written)).toBe('victim-sec.com');
  });

  it.each([
    'gmail.com',
    'mail.gmx.de',
    'duck.com',
    'passmail.net',
    'simplelogin.fr',
    'riseup.net',
    'gmail.com.br',
    'onmicrosoft.com',
    'gmx.ch',
    'yahoo.com.br',
    'live.se',
    'shop.wordpress.com',
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
