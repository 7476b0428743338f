import type { VacancyReason } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';
import type { Ruling } from './clustering.ts';
import type { PackedFacts } from './packing.ts';

/** What is known of a posting to tell which others are of its vacancy. */
interface VacancyPostingTable {
  job_id: Fixed<string>;
  vacancy_id: string;
  /** Only postings of one realm can be one vacancy. */
  realm: string;
  company_key: string;
  title_key: string;
  facts: Json<PackedFacts>;
  sentences: Uint8Array;
  /** The posting by which it has joined its vacancy; null: it was the first of it. */
  joined_to: string | null;
  /** Why. */
  reasons: VacancyReason[];
  decided_at: Date;
}

/** By what postings find each other. */
interface VacancyBlockTable {
  block: Fixed<number>;
  job_id: Fixed<string>;
}

/** What an operator has decided about a vacancy. */
interface VacancyRulingTable {
  id: Fixed<string>;
  kind: Fixed<Ruling>;
  /** Of which posting, and for a merger of which other. */
  job_id: Fixed<string>;
  other_job_id: Fixed<string | null>;
  /** The postings that it has moved, from which vacancy to which. */
  moved: Fixed<string[]>;
  from_vacancy: Fixed<string>;
  to_vacancy: Fixed<string>;
  /** Null: the account is gone. */
  decided_by: string | null;
  decided_at: Fixed<Date>;
  undone_at: Date | null;
}

/** Two postings of which an operator has said what they are; the smaller id stands first. */
interface VacancyPairTable {
  job_id: Fixed<string>;
  other_job_id: Fixed<string>;
  verdict: Fixed<Ruling>;
  ruling_id: Fixed<string>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    vacancy_postings: VacancyPostingTable;
    vacancy_blocks: VacancyBlockTable;
    vacancy_rulings: VacancyRulingTable;
    vacancy_pairs: VacancyPairTable;
  }
}
