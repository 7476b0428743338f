import { describe, expect, test } from 'vitest';
import { changedFields, createDrafts, fittingFields } from './drafts.ts';

function start() {
  const kept = new Map<string, string>();
  let now = Date.parse('2026-12-01T10:00:00Z');
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { kept, pass, drafts: createDrafts(storage, () => now) };
}

describe('drafts', () => {
  test('are kept for each person and thing, and gone once they are sent or emptied', () => {
    const { drafts } = start();
    drafts.write('ada', 'apply:1', { note: 'Hello' });
    expect(drafts.read('ada', 'apply:1')).toEqual({ note: 'Hello' });
    expect(drafts.read('ben', 'apply:1')).toBeNull();
    expect(drafts.read('ada', 'apply:2')).toBeNull();
    drafts.write('ada', 'apply:1', {});
    expect(drafts.read('ada', 'apply:1')).toBeNull();
    drafts.write('ada', 'apply:1', { note: 'Again' });
    drafts.remove('ada', 'apply:1');
    expect(drafts.read('ada', 'apply:1')).toBeNull();
  });

  test('of everybody are gone when somebody signs out, and nothing else is', () => {
    const { drafts, kept } = start();
    kept.set('theme', 'dark');
    drafts.write('ada', 'profile', { headline: 'Pilot' });
    drafts.write('ben', 'profile', { headline: 'Baker' });
    drafts.clear();
    expect([...kept.keys()]).toEqual(['theme']);
  });

  test('are bounded: the oldest goes, and none is kept for more than a month', () => {
    const { drafts, kept, pass } = start();
    for (let number = 0; number < 25; number += 1) {
      drafts.write('ada', `apply:${number}`, { note: 'Hello' });
      pass(1_000);
    }
    expect(kept.size).toBe(20);
    expect(drafts.read('ada', 'apply:4')).toBeNull();
    expect(drafts.read('ada', 'apply:5')).not.toBeNull();
    pass(31 * 24 * 3_600_000);
    expect(drafts.read('ada', 'apply:24')).toBeNull();
    drafts.write('ada', 'long', { note: 'x'.repeat(200_000) });
    expect(drafts.read('ada', 'long')).toBeNull();
  });

  test('that are broken, or of a form that has changed, do no harm', () => {
    const { drafts, kept } = start();
    for (const text of ['', 'null', '{', '[]', '{"at":"now","fields":{}}', '{"at":1e15,"fields":[]}']) {
      kept.set('rolecall-draft:ada:profile', text);
      expect(drafts.read('ada', 'profile')).toBeNull();
    }
    const form = { note: '', skills: ['SQL'], pay: null };
    expect(
      fittingFields({ note: 7, skills: 'SQL', pay: { amount: 1 }, gone: 'x', toString: 'y' }, form),
    ).toEqual({
      pay: { amount: 1 },
    });
    expect(changedFields({ note: 'Hi', skills: ['SQL'], pay: undefined }, form)).toEqual({ note: 'Hi' });
  });
});
