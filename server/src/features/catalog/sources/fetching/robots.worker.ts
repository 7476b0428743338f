import { type RobotsRules, readRobots } from './robots-rules.ts';

/** Reads a robots.txt, as far as it speaks to this program. */
export const readRobotsFile = ({
  text,
  product,
}: {
  readonly text: string;
  readonly product: string;
}): RobotsRules => readRobots(text, product);
