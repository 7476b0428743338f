import { sourceInputSchema } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapters } from './adapters.ts';
import { recognizeSource } from './recognizing.ts';

const kinds = sourceInputSchema.shape.kind.options;
const boards = kinds.filter((kind) => adapters[kind].isBoard);

describe('what an operator pastes', () => {
  it.each([
    ['https://boards.greenhouse.io/acme/jobs/1', 'greenhouse', 'acme'],
    ['  jobs.lever.co/acme  ', 'lever', 'acme'],
    ['https://www.adzuna.co.uk/search?q=nurse&w=Leeds', 'adzuna', 'gb?what=nurse&where=Leeds'],
    ['https://remotive.com/', 'remotive', 'all'],
    ['https://remoteok.com/remote-python-jobs', 'remoteok', 'python'],
    ['https://www.arbeitnow.com/jobs', 'arbeitnow', 'all'],
    ['https://news.ycombinator.com/item?id=1', 'hacker_news', 'whoishiring'],
    ['https://acme.example/jobs.rss', 'rss', 'https://acme.example/jobs.rss'],
  ])('%s is %s of %s', (text, kind, address) => {
    expect(recognizeSource(text)).toMatchObject([{ kind, address }]);
  });

  it('is a page or a feed when nobody knows the link', () => {
    expect(recognizeSource('https://acme.example/careers')).toEqual([
      { kind: 'job_posting', address: 'https://acme.example/careers', name: 'acme.example' },
      { kind: 'rss', address: 'https://acme.example/careers', name: 'acme.example' },
    ]);
  });

  it('is the name of a company, by which its boards are called', () => {
    const found = recognizeSource('Café Müller GmbH & Co. KG');
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(boards));
    expect(found).toContainEqual({ kind: 'lever', address: 'cafemuller', name: 'Café Müller GmbH & Co. KG' });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'ashby', address: 'cafe-muller' }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'smartrecruiters', address: 'CafeMuller' }));
  });

  it('is both when it looks like either', () => {
    const found = recognizeSource('Booking.com');
    expect(found[0]).toMatchObject({ kind: 'job_posting', address: 'https://booking.com/' });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'greenhouse', address: 'booking' }));
  });

  it('is of the kind that is asked for, and of no other', () => {
    expect(recognizeSource('https://boards.greenhouse.io/acme', 'greenhouse')).toMatchObject([
      { address: 'acme' },
    ]);
    expect(recognizeSource('acme', 'workable')).toMatchObject([{ kind: 'workable', address: 'acme' }]);
    expect(recognizeSource('../acme', 'workable')).toEqual([]);
  });

  it('has the token of every board in every link to it', () => {
    const token = fc
      .stringMatching(/^[a-z][a-z0-9]{2,15}$/)
      .filter((one) => adapters.recruitee.isAddress(one));
    const tail = fc.stringMatching(/^[a-z0-9-]{0,12}$/);
    const links: readonly (readonly [string, (board: string) => string])[] = [
      ['greenhouse', (board) => `https://job-boards.greenhouse.io/${board}/jobs`],
      ['lever', (board) => `https://jobs.lever.co/${board}`],
      ['ashby', (board) => `https://jobs.ashbyhq.com/${board}`],
      ['smartrecruiters', (board) => `https://careers.smartrecruiters.com/${board}`],
      ['workable', (board) => `https://apply.workable.com/${board}`],
      ['recruitee', (board) => `https://${board}.recruitee.com`],
      ['personio', (board) => `https://${board}.jobs.personio.de`],
      ['teamtailor', (board) => `https://${board}.teamtailor.com`],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...links), token, tail, ([kind, link], board, rest) => {
        fc.pre(!(kind === 'workable' && ['api', 'j'].includes(board)));
        for (const text of [link(board), `${link(board)}/${rest}`, `${link(board)}/${rest}?utm=1#x`]) {
          expect(recognizeSource(text)).toMatchObject([{ kind, address: board }]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is never more than addresses of its kinds, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (text) => {
        const found = recognizeSource(text);
        expect(found.length).toBeLessThanOrEqual(30);
        for (const { kind, address, name } of found) {
          expect(adapters[kind].isAddress(address)).toBe(true);
          expect(adapters[kind].url(address)).toMatch(/^https?:\/\//);
          expect(name).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});
