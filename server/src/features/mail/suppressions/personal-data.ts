import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';
import type { Suppressions } from './suppressions.ts';

/** Why an address gets no mail, and which addresses an operator has entered. */
export function suppressionData(
  suppressions: Pick<Suppressions, 'eraseAddress' | 'findBlocks'>,
): readonly PersonalData[] {
  return [
    {
      name: 'suppressions',
      columns: ['suppressions.address', 'address_standings.address'],
      async *pages(tx, { email }) {
        const blocks = (await suppressions.findBlocks(tx, [email])).get(email) ?? [];
        if (blocks.length > 0) yield blocks;
      },
      async eraseSome(tx, { email }) {
        await suppressions.eraseAddress(tx, email);
        return false;
      },
    },
    tableData({
      name: 'suppressed_addresses',
      table: 'suppressions',
      owner: 'created_by',
      key: { id: 'uuid' },
      // Of others.
      without: ['address', 'address_hash', 'note'],
      erase: 'name',
    }),
  ];
}
