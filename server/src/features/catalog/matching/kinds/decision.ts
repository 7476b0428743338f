import { type Block, block, marked } from '../../../../platform/kind-texts/index.ts';

const words = {
  en: { save: 'Save', hide: 'Not for me' },
  de: { save: 'Merken', hide: 'Nichts für mich' },
  fr: { save: 'Enregistrer', hide: 'Pas pour moi' },
  es: { save: 'Guardar', hide: 'No es para mí' },
} as const;

const style = 'class="link" style="color:#0f5c4d;font-weight:600"';

/** What a reader can do about a job from the mail, beside seeing it. @param colon as the language sets it */
export function decision(locale: keyof typeof words, colon: string): Block {
  const { save, hide } = words[locale];
  return block(
    `<mj-text padding="0 0 14px"><a href="{{ save_url }}" ${style}>${marked(save)}</a> &nbsp;·&nbsp; <a href="{{ hide_url }}" ${style}>${marked(hide)}</a></mj-text>`,
    `${save}${colon}\n{{ save_url }}\n${hide}${colon}\n{{ hide_url }}`,
  );
}

/** What such a mail can name beside its payload. */
export const decisionExtras = {
  variables: [
    { name: 'save_url', type: 'string', optional: false },
    { name: 'hide_url', type: 'string', optional: false },
  ],
  sample: {
    save_url: 'https://rolecall.example/m/save',
    hide_url: 'https://rolecall.example/m/hide',
  },
} as const;
