import { type Kind, locales } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createShippedTexts, sampleOf } from '../../../testing/messaging/texts.ts';
import { defaultRecipient, type TextRecipient } from './index.ts';

const texts = createShippedTexts();
const english = defaultRecipient;
const id = '01990000-0000-7000-8000-000000000001';

describe('buttons', () => {
  const labels = (
    kind: Kind,
    payload: Readonly<Record<string, unknown>>,
    locale: TextRecipient['locale'] = 'en',
  ) => texts.actions(kind, payload, { ...english, locale }).map(({ label }) => label);

  test('are labelled in the language of the reader', () => {
    const said = locales.map((locale) => labels('job_alert', sampleOf('job_alert'), locale));
    expect(said).toEqual([
      ['See the job', 'Save', 'Not for me'],
      ['Job ansehen', 'Merken', 'Nichts für mich'],
      ['Voir l’offre', 'Enregistrer', 'Pas pour moi'],
      ['Ver el empleo', 'Guardar', 'No me interesa'],
    ]);
  });

  test('lead to a page or call the API', () => {
    const [open, save] = texts.actions('job_alert', jobAlert({ job_id: id }), english);
    expect(open).toEqual({ id: 'open_job', label: 'See the job', path: `/jobs/${id}`, call: null });
    expect(save).toMatchObject({ path: null, call: { method: 'PUT', path: `/api/v1/jobs/${id}/saved` } });
  });

  test('of a link say what its sender has written', () => {
    const message = { title: 'News', message: '', action: { label: 'Voir tout', path: '/x' } };
    expect(labels('service_message', message, 'de')).toEqual(['Voir tout']);
    expect(labels('service_message', { title: 'News', message: '' })).toEqual([]);
  });
});

describe('a group', () => {
  test.each<[Kind, string, string, string]>([
    [
      'job_posted',
      'job_posted:North Quay',
      'jobs posted at North Quay',
      'ausgeschriebene Jobs bei North Quay',
    ],
    [
      'application_received',
      `application_received:${id}`,
      'applications for Harbour Pilot',
      'Bewerbungen für Harbour Pilot',
    ],
    [
      'chat_message',
      'chat_message:01990000-0000-7000-8000-000000000011',
      'messages from Grace Hopper',
      'Nachrichten von Grace Hopper',
    ],
  ])('of %s belongs together by its key', (kind, key, label, german) => {
    const payload = sampleOf(kind);
    expect(texts.group(kind, payload, english)).toEqual({ key, label });
    expect(texts.group(kind, payload, { ...english, locale: 'de' })?.label).toBe(german);
  });

  test('is none of kinds that stand alone, or of a payload that lacks what it goes by', () => {
    expect(texts.group('offer', sampleOf('offer'), english)).toBeNull();
    expect(texts.group('job_alert', { company_name: null }, english)).toBeNull();
    expect(texts.group('chat_message', { conversation_id: id }, english)).toBeNull();
  });

  test('has a label of one line', () => {
    const payload = jobAlert({ company_name: `North\nQuay ${'x'.repeat(400)}` });
    const label = texts.group('job_alert', payload, english)?.label ?? '';
    expect(label).toMatch(/^new jobs at North Quay x+…$/);
    expect(label).toHaveLength(300);
  });
});

test('each language has a text of its own for all that kinds share', () => {
  const said = (locale: TextRecipient['locale']) => {
    const { actions, lists, frame, words } = texts.language(locale);
    return { ...actions, ...lists, ...frame, ...words.profile_part, ...words.match_heading };
  };
  const inEnglish = new Map<string, string>(Object.entries(said('en')));
  for (const locale of locales.filter((one) => one !== 'en')) {
    const same = Object.entries(said(locale)).filter(([key, text]) => inEnglish.get(key) === text);
    // A word may be the same in both.
    expect(same.length, locale).toBeLessThanOrEqual(1);
    for (const text of Object.values(said(locale))) expect(text).toMatch(/\S/);
  }
});
