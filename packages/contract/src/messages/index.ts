export { type Catalogue, catalogueOf, defineMessages, type English, type Messages } from './define.ts';
export { type Formats, formatsOf, type Instant, type InstantStyle, type PluralForms } from './formats.ts';
export { withFrenchSpaces } from './french.ts';
export { localeOf } from './locale-of.ts';
