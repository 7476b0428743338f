import { expect, it } from 'vitest';
import { findStaleDocuments } from '../../scripts/generate-docs.ts';

it('what is generated from the code is up to date; otherwise run "npm run docs"', async () => {
  expect(await findStaleDocuments()).toEqual([]);
});
