import { readFileSync } from 'node:fs';
import { kindImages } from '@rolecall/contract';
import { expect, test } from 'vitest';

test.each(kindImages)('there is a picture of %s that runs nothing and loads nothing', (name) => {
  const file = new URL(`../../public/notification-images/${name}.svg`, import.meta.url);
  const picture = readFileSync(file, 'utf8');
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 48 48"/);
  expect(picture).not.toMatch(/<script|href|url\(|\son\w+=/);
});
