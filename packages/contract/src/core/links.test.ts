import { expect, it } from 'vitest';
import { pagePathSchema, webAddressSchema } from './links.ts';

it.each(['/', '/jobs?q=a b#c', '/jobs/1\\2', '/a//b', '/søk'])('%j is a page of the web app', (path) => {
  expect(pagePathSchema.safeParse(path).success).toBe(true);
});

it.each([
  '',
  'jobs',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '\t//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])('%j is none', (path) => {
  expect(pagePathSchema.safeParse(path).success).toBe(false);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'java\tscript:alert(1)',
  'file:///etc/passwd',
  '//x',
])('%j is no page of another site', (address) => {
  expect(webAddressSchema.safeParse(address).success).toBe(false);
});
