import { type Block, type ByLocale, block, link, marked } from '../../../../platform/kind-texts/index.ts';

export const addressHints: ByLocale<string> = {
  en: 'If the button does not work, open this address:',
  de: 'Falls der Knopf nicht funktioniert, öffne diese Adresse:',
  fr: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  es: 'Si el botón no funciona, abre esta dirección:',
};

/** The address of a button for programs in which it does not work. The text part has it already. */
export const plainAddress = (hint: string): Block =>
  block(
    `<mj-text css-class="soft" color="#555f5a" font-size="13px" line-height="20px"><p style="margin:0">${marked(hint)}<br>${link('{{ action_url }}', '{{ action_url }}')}</p></mj-text>`,
    '',
  );

export const sampleLink = {
  name: 'Ada Lovelace',
  email: 'ada@example.org',
  token: 'sample-token',
  expires_at: '2026-09-02T12:00:00.000Z',
} as const;
