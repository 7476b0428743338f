import type { Tx } from '../db/index.ts';
import { type InstanceSecret, keysFor } from './keys.ts';
import { createJwkSealing, createSealing } from './sealing.ts';

/** A row with something that is sealed. */
interface SealedRow<Sealed> {
  readonly id: string;
  readonly sealed: Sealed;
}

/** Rows of a feature that hold something sealed, so that it can be sealed anew when the secret is rotated. */
export interface SealedRows {
  /** In the plural, for people: 'secrets of authenticator apps'. */
  readonly name: string;
  reseal(tx: Tx, secret: InstanceSecret, page: Page): Promise<ResealedPage>;
}

interface Page {
  /** The row before the first of this page; null: it begins. */
  readonly after: string | null;
  readonly limit: number;
  /** False: only looks. */
  readonly writes: boolean;
}

export interface ResealedPage {
  /** The last row of this page; null: there are no more. */
  readonly last: string | null;
  /** What an old secret had sealed. */
  readonly old: number;
  /** What none of the given secrets has sealed. */
  readonly lost: number;
}

/** Sealed anew, or what hinders it. */
type Resealed<Sealed> = { readonly sealed: Sealed } | 'current' | 'lost';

type Reseal<Sealed> = (
  secret: InstanceSecret,
  purpose: string,
  row: SealedRow<Sealed>,
) => Promise<Resealed<Sealed>>;

interface SealedTable<Sealed> {
  readonly name: string;
  /** Of the keys. */
  readonly purpose: string;
  /** Up to so many rows in the order of their ids. */
  page(tx: Tx, after: string | null, limit: number): Promise<readonly SealedRow<Sealed>[]>;
  /** Changes the row unless somebody else has meanwhile. */
  replace(tx: Tx, row: SealedRow<Sealed>, sealed: Sealed): Promise<void>;
}

export const defineSealedRows = {
  /** Those that {@link createSealing} has sealed for the id of the row. */
  bytes: (table: SealedTable<Uint8Array>) => define(table, resealBytes),
  /** Those that {@link createJwkSealing} has sealed. */
  keys: (table: SealedTable<string>) => define(table, resealJwk),
};

function define<Sealed>(table: SealedTable<Sealed>, reseal: Reseal<Sealed>): SealedRows {
  return {
    name: table.name,
    async reseal(tx, secret, { after, limit, writes }) {
      const rows = await table.page(tx, after, limit);
      let old = 0;
      let lost = 0;
      for (const row of rows) {
        const result = await reseal(secret, table.purpose, row);
        if (result === 'lost') lost += 1;
        else if (result !== 'current') {
          old += 1;
          if (writes) await table.replace(tx, row, result.sealed);
        }
      }
      return { last: rows.length < limit ? null : (rows.at(-1)?.id ?? null), old, lost };
    },
  };
}

const resealBytes: Reseal<Uint8Array> = async (secret, purpose, { id, sealed }) => {
  const all = keysFor(secret, purpose);
  if (createSealing([all[0]]).open(sealed, id) !== undefined) return 'current';
  const content = createSealing(all).open(sealed, id);
  return content === undefined ? 'lost' : { sealed: createSealing(all).seal(content, id) };
};

const resealJwk: Reseal<string> = async (secret, purpose, { sealed }) => {
  const all = keysFor(secret, purpose);
  if ((await createJwkSealing([all[0]]).open(sealed)) !== undefined) return 'current';
  const key = await createJwkSealing(all).open(sealed);
  return key === undefined ? 'lost' : { sealed: await createJwkSealing(all).seal(key) };
};
