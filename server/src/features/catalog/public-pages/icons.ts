import { html, type Markup } from './markup.ts';

/** Signs beside words, each drawn by lines in a square of 16. */
const drawings = {
  place:
    'M8 14.5S13 10.4 13 6.3a5 5 0 0 0-10 0c0 4.1 5 8.2 5 8.2ZM9.7 6.4a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0Z',
  workplace: 'M2.5 7 8 2.5 13.5 7v6.5h-11ZM6.3 13.5V9.3h3.4v4.2',
  type: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.5V8l2.3 1.4',
  seniority: 'm1.5 6.3 6.5-3 6.5 3-6.5 3ZM4.3 8v3.2c2 1.7 5.4 1.7 7.4 0V8',
  pay: 'M2 4.5h12v7H2ZM9.3 8a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0Z',
  deadline: 'M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.5V4M10.5 2.5V4',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.3 10.3l3.7 3.7',
  back: 'M13 8H3m4.3-4.3L3 8l4.3 4.3',
} as const;

export type IconName = keyof typeof drawings;

/** Says nothing by itself: words stand beside it. */
export const icon = (name: IconName, classes: string): Markup =>
  html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="${classes}"><path d="${drawings[name]}"/></svg>`;
