export { renderDescription } from './rendering.ts';
