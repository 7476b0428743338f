import type { Tx } from '../../../platform/db/index.ts';

/** Whose data it is about. */
export interface DataSubject {
  readonly userId: string;
  /** What names the person where no id does, as in the copies of mails. */
  readonly email: string;
}

/** What a feature knows of people; every feature that keeps something of somebody has one for each of its tables. */
export interface PersonalData {
  /** Its place in the export. */
  readonly name: string;
  /** Columns that name a person, as `table.column`: those that it answers for. */
  readonly columns: readonly string[];
  /** All that the person has, page by page, without the hashes of secrets. A page is small enough to be held. */
  pages(tx: Tx, subject: DataSubject): AsyncIterable<readonly unknown[]>;
  /**
   * Deletes some of it, or takes the person out of it; true: there may be more. Doing it again is fine, whatever has
   * been done before.
   */
  eraseSome(tx: Tx, subject: DataSubject, now: Date): Promise<boolean>;
}
