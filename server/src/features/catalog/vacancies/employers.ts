import type { Tx } from '../../../platform/db/index.ts';
import { type Boilerplate, createBoilerplate } from './boilerplate.ts';
import { companyKeyOf, type Fingerprint } from './fingerprint.ts';
import { unpackFingerprint } from './packing.ts';
import type { IsBoilerplate } from './texts.ts';
import { selectTextsOf } from './vacancies.store.ts';

/** Remembers what employers say in all of their postings, and reads it again when it has been forgotten. */
export interface Employers {
  /** Learns from postings that are about to be decided. */
  learn(tx: Tx, realm: string, postings: readonly Fingerprint[]): Promise<void>;
  of(realm: string, posting: Fingerprint): IsBoilerplate;
}

/** Employers whose texts are held in memory, about a megabyte for a large one. */
const mostEmployers = 100;
/** From so many of its newest postings an employer's texts are learned. */
const mostPostings = 300;

export function createEmployers(): Employers {
  const known = new Map<string, Boilerplate>();

  async function recall(tx: Tx, realm: string, company: string): Promise<Boilerplate> {
    const key = keyOf(realm, company);
    const remembered = known.get(key);
    const boilerplate = remembered ?? createBoilerplate();
    if (remembered === undefined) {
      for (const packed of await selectTextsOf(tx, realm, company, mostPostings))
        boilerplate.add(unpackFingerprint(packed));
    }
    // What was used last stands last.
    known.delete(key);
    known.set(key, boilerplate);
    return boilerplate;
  }

  return {
    async learn(tx, realm, postings) {
      for (const [company, own] of Map.groupBy(postings, companyKeyOf)) {
        if (own[0]?.company.poster !== 'employer') continue;
        const boilerplate = await recall(tx, realm, company);
        for (const posting of own) boilerplate.add(posting);
      }
      for (const key of known.keys()) {
        if (known.size <= mostEmployers) break;
        known.delete(key);
      }
    },
    of: (realm, posting) =>
      known.get(keyOf(realm, companyKeyOf(posting)))?.of(posting.company.looseKey) ?? (() => false),
  };
}

const keyOf = (realm: string, company: string): string => `${realm} ${company}`;
