import { describe, expect, it } from 'vitest';
import { isAllowed, readRobots } from './robots-rules.ts';

const allows = (file: string, path: string) =>
  isAllowed(readRobots(file, 'rolecall'), new URL(path, 'https://acme.example'));

describe('robots.txt', () => {
  it.each([
    ['', '/jobs', true],
    ['User-agent: *\nDisallow: /', '/jobs', false],
    ['User-agent: *\nDisallow:', '/jobs', true],
    ['user-agent: *\ndisallow: /jobs # none', '/jobs/1', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Rolecall\nDisallow: /private', '/jobs', true],
    ['User-agent: other\nUser-agent: rolecall\nDisallow: /jobs', '/jobs', false],
    ['User-agent: other\nDisallow: /', '/jobs', true],
    ['User-agent: *\nDisallow: /\nAllow: /jobs', '/jobs/1', true],
    ['User-agent: *\nDisallow: /jobs\nAllow: /jobs', '/jobs', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['User-agent: *\nDisallow: /a*b*c', '/a-c-b', true],
    ['User-agent: *\nDisallow: /%6aobs', '/jobs', false],
    ['User-agent: *\nDisallow: /st%C3%A4lle', '/ställe', false],
    ['Disallow: /\nnonsense\n: x\nUser-agent', '/jobs', true],
  ])('%j says of %s: %s', (file, path, expected) => {
    expect(allows(file, path)).toBe(expected);
  });

  it('is read in time in proportion to its length', () => {
    const file = `User-agent: *\n${`Disallow: /${'a*'.repeat(400)}b\n`.repeat(600)}`;
    expect(allows(file, `/${'a'.repeat(2_000)}`)).toBe(true);
  });
});
