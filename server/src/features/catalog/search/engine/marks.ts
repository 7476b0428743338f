import type { Collection } from './collection.ts';
import { type Hits, weighed } from './hits.ts';
import type { WordNode } from './nodes.ts';
import { unknownPlace } from './places-of-words.ts';

/** What each document counts by one word. They are clear between two words. */
export interface Marks {
  /** Marks what has the word. @param wanted bits of a posting of which it has to have one */
  scatter(node: WordNode, wanted: number): void;
  /** The same, and where the word stands; unknown where several forms of it do. */
  scatterPlaces(node: WordNode, wanted: number): void;
  /** Writes what is marked as hits, and clears the marks. */
  collect(hits: Hits, rarity: number): void;
  /** Writes what the hits count, and where the word stands in them, and clears the marks. */
  lookUp(hits: Hits, impacts: Uint8Array, places: Uint8Array | null): void;
}

/** Documents of a block, as a power of two: what is sparse is cleared and collected by its blocks. */
const blockBits = 6;
const foursOfBlock = 1 << (blockBits - 2);

export function createMarks(collection: Collection): Marks {
  let marks = new Uint8Array(0);
  let fours = new Uint32Array(0);
  let standing = new Uint8Array(0);
  let blocks = new Uint8Array(0);

  function reserve(): { marks: Uint8Array; blocks: Uint8Array; standing: Uint8Array } {
    if (marks.length < collection.size) {
      const capacity = ((Math.ceil(collection.size * 1.2) >>> blockBits) + 1) << blockBits;
      marks = new Uint8Array(capacity);
      fours = new Uint32Array(marks.buffer);
      standing = new Uint8Array(capacity);
      blocks = new Uint8Array(capacity >>> blockBits);
    }
    return { marks, blocks, standing };
  }

  return {
    scatter(node, wanted) {
      const { marks, blocks } = reserve();
      for (const { term, weight } of node.variants) {
        collection.postings.eachBlock(term, (page, from, to) => {
          for (let at = from; at < to; at += 1) {
            const posting = page[at] ?? 0;
            if ((posting & wanted) === 0) continue;
            const impact = weighed(posting & 127, weight);
            const document = posting >>> 11;
            blocks[document >>> blockBits] = 1;
            if (impact > (marks[document] ?? 0)) marks[document] = impact;
          }
          return true;
        });
      }
    },

    scatterPlaces(node, wanted) {
      const { marks, blocks, standing } = reserve();
      for (const { term, weight } of node.variants) {
        collection.postings.eachBlock(term, (page, from, to, places) => {
          for (let at = from; at < to; at += 1) {
            const posting = page[at] ?? 0;
            if ((posting & wanted) === 0) continue;
            const impact = weighed(posting & 127, weight);
            const document = posting >>> 11;
            const before = marks[document] ?? 0;
            blocks[document >>> blockBits] = 1;
            standing[document] = before === 0 ? (places[at] ?? unknownPlace) : unknownPlace;
            if (impact > before) marks[document] = impact;
          }
          return true;
        });
      }
    },

    collect(hits, rarity) {
      const { documents, scores } = hits;
      const used = (collection.size >>> blockBits) + 1;
      let count = 0;
      for (let block = 0; block < used; block += 1) {
        if (blocks[block] !== 1) continue;
        blocks[block] = 0;
        for (let four = block * foursOfBlock; four < (block + 1) * foursOfBlock; four += 1) {
          if (fours[four] === 0) continue;
          for (let document = four * 4; document < four * 4 + 4; document += 1) {
            const impact = marks[document] ?? 0;
            if (impact === 0) continue;
            documents[count] = document;
            scores[count] = impact * rarity;
            count += 1;
          }
          fours[four] = 0;
        }
      }
      hits.count = count;
    },

    lookUp({ documents, count }, impacts, places) {
      for (let at = 0; at < count; at += 1) {
        const document = documents[at] ?? 0;
        impacts[at] = marks[document] ?? 0;
        if (places !== null) places[at] = standing[document] ?? unknownPlace;
      }
      marks.fill(0, 0, collection.size);
      blocks.fill(0);
    },
  };
}
