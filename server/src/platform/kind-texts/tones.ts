/** How a band above a mail looks: the colours of its ground and of its words, in light and in dark. */
interface Tone {
  readonly light: { readonly ground: string; readonly ink: string };
  readonly dark: { readonly ground: string; readonly ink: string };
}

/** Each of them is readable (WCAG 2.2, 1.4.3) in both schemes. */
export const tones = {
  good: { light: { ground: '#dcf2e5', ink: '#12492b' }, dark: { ground: '#15301f', ink: '#a9e2bf' } },
  info: { light: { ground: '#e1edf7', ink: '#173c5a' }, dark: { ground: '#172a3b', ink: '#b9d7f2' } },
  warm: { light: { ground: '#fdefd2', ink: '#5b3c00' }, dark: { ground: '#3a2c0c', ink: '#f5d58c' } },
  quiet: { light: { ground: '#eaedec', ink: '#3d4947' }, dark: { ground: '#2b3235', ink: '#cfd6d4' } },
  alert: { light: { ground: '#fbe3e0', ink: '#7a1f14' }, dark: { ground: '#3d1c18', ink: '#f6b8b0' } },
} as const satisfies Record<string, Tone>;
export type ToneName = keyof typeof tones;
