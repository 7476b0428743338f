import { expect, it } from 'vitest';
import { splitMailbox } from './addresses.ts';

it.each([
  ['Ada Lovelace <ada@example.org>', 'Ada Lovelace', 'ada@example.org'],
  ['ada@example.org', '', 'ada@example.org'],
  ['<ada@example.org>', '', 'ada@example.org'],
  ['a <b> \n <c@example.org>', 'a <b>', 'c@example.org'],
  ['Ada <>', '', 'Ada <>'],
  ['Ada <a>b>', '', 'Ada <a>b>'],
  ['<ada@example.org> ', '', '<ada@example.org> '],
])('%j is a name and an address', (mailbox, name, address) => {
  expect(splitMailbox(mailbox)).toEqual({ name, address });
});
