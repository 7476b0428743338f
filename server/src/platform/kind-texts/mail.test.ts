import { describe, expect, test } from 'vitest';
import {
  band,
  box,
  headline,
  inWords,
  mail,
  oneOf,
  paragraph,
  plainMail,
  soft,
  steps,
  subheading,
  tones,
  when,
} from './index.ts';

const sections = (mjml: string) => mjml.match(/<mj-section/g)?.length ?? 0;

describe('a mail', () => {
  test('puts rows that follow each other into one section, and bands between them', () => {
    const { html } = mail('', '', headline('A'), soft('B'), band('good', '★', 'C'), paragraph('D'));
    expect(sections(html)).toBe(3);
    expect(html.indexOf('A')).toBeLessThan(html.indexOf('C'));
    expect(html).toMatch(/^<mj-section padding="24px 24px 10px">[\s\S]*<mj-section css-class="good"/);
    expect(html).toMatch(/<mj-section padding="4px 24px 10px"><mj-column>\n<mj-text>.*D/);
  });

  test('says each block in its text part, an empty line between them', () => {
    const { text } = mail(
      'S',
      'P',
      band('info', '●', 'Label'),
      subheading('Heading'),
      steps('First', 'Second'),
      box(paragraph('Inside')),
    );
    expect(text).toBe('● Label\n\nHeading\n\n1. First\n2. Second\n\nInside');
  });

  test('keeps words apart from looks, and puts them back in their places', () => {
    const { html, layout } = mail('', '', headline('One [[0]] $&'), paragraph('Two'));
    expect(layout.words).toEqual(['One [[0]] $&', 'Two']);
    expect(layout.mjml).toMatch(/\[\[0\]\][\s\S]*\[\[1\]\]/);
    expect(layout.mjml).not.toMatch(/One|Two|[\ue000\ue001]/);
    expect(html).toBe(inWords(layout.mjml, layout.words));
    expect(html).toContain('>One [[0]] $&</h1>');
  });

  test('can say just what the inbox says', () => {
    const { subject, preheader, text } = plainMail(paragraph('Open'));
    expect([subject, preheader]).toEqual(['{{ title }}', '{{ message }}']);
    expect(text).toBe('{{ title }}\n\n{% if message != blank %}{{ message }}{% endif %}\n\nOpen');
  });
});

describe('blocks under a condition', () => {
  test('are a section when one of them is', () => {
    expect(when('x', paragraph('A')).isSection).toBe(false);
    expect(when('x', band('warm', '!', 'A')).isSection).toBe(true);
    expect(when('x', paragraph('A'), paragraph('B')).text).toBe('{% if x %}A\n\nB{% endif %}');
  });

  test('are chosen by the value of a field', () => {
    const { mjml, text, isSection } = oneOf('status', { a: paragraph('A'), b: paragraph('B') });
    expect(text).toBe("{% case status %}{% when 'a' %}A{% when 'b' %}B{% endcase %}");
    expect(mjml).toMatch(/^\{% case status %\}\{% when 'a' %\}<mj-text>/);
    expect(isSection).toBe(false);
  });
});

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function contrast(...colours: [string, string]): number {
  const [one = 0, other = 0] = colours.map((colour) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

test.each(Object.entries(tones))(
  'a band that is %s can be read in light and in dark',
  (_name, { light, dark }) => {
    expect(contrast(light.ground, light.ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark.ground, dark.ink)).toBeGreaterThanOrEqual(4.5);
  },
);
