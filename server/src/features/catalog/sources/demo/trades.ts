/** What the made-up jobs are about. */
export type Trade =
  | 'nurse'
  | 'care'
  | 'childcare'
  | 'teacher'
  | 'social_work'
  | 'electrician'
  | 'heating'
  | 'carpenter'
  | 'mechanic'
  | 'baker'
  | 'cook'
  | 'hotel'
  | 'shop'
  | 'warehouse'
  | 'driver'
  | 'planner'
  | 'accountant'
  | 'people'
  | 'law'
  | 'marketing'
  | 'sales'
  | 'support'
  | 'backend'
  | 'frontend'
  | 'data'
  | 'design'
  | 'operations'
  | 'civil'
  | 'laboratory'
  | 'garden';

/** What a posting of a trade is made of, in one language. */
export interface TradeWords {
  readonly titles: readonly string[];
  readonly skills: readonly string[];
  readonly tasks: readonly string[];
  readonly asks: readonly string[];
}

export type TradeTexts = Readonly<Partial<Record<Trade, TradeWords>>>;

const lines = (text: string): string[] => text.trim().split('\n');

/** Titles are separated by bars, skills by commas; tasks and what is asked for stand on lines of their own. */
export const words = (titles: string, skills: string, tasks: string, asks: string): TradeWords => ({
  titles: titles.split('|'),
  skills: skills.split(', '),
  tasks: lines(tasks),
  asks: lines(asks),
});

export interface TradeFacts {
  readonly department: string;
  /** What is usual in a year, in euros, from somebody who begins to somebody who leads. */
  readonly pay: readonly [number, number];
  /** Whether it can be done from afar. */
  readonly desk: boolean;
  /** Of ten postings so many are part time. */
  readonly partTime: number;
}

const facts = (
  department: string,
  pay: readonly [number, number],
  desk: boolean,
  partTime: number,
): TradeFacts => ({ department, pay, desk, partTime });

export const tradeFacts: Readonly<Record<Trade, TradeFacts>> = {
  nurse: facts('Nursing', [36_000, 48_000], false, 4),
  care: facts('Care', [30_000, 39_000], false, 5),
  childcare: facts('Childcare', [31_000, 40_000], false, 5),
  teacher: facts('Teaching', [38_000, 54_000], false, 3),
  social_work: facts('Social services', [35_000, 45_000], false, 4),
  electrician: facts('Electrics', [34_000, 47_000], false, 1),
  heating: facts('Heating and water', [34_000, 46_000], false, 1),
  carpenter: facts('Workshop', [32_000, 43_000], false, 1),
  mechanic: facts('Workshop', [33_000, 45_000], false, 1),
  baker: facts('Bakery', [27_000, 35_000], false, 3),
  cook: facts('Kitchen', [28_000, 38_000], false, 3),
  hotel: facts('Guests', [27_000, 36_000], false, 4),
  shop: facts('Shop', [26_000, 34_000], false, 6),
  warehouse: facts('Warehouse', [27_000, 35_000], false, 3),
  driver: facts('Transport', [30_000, 39_000], false, 2),
  planner: facts('Logistics', [40_000, 56_000], true, 2),
  accountant: facts('Finance', [43_000, 62_000], true, 3),
  people: facts('People', [42_000, 58_000], true, 3),
  law: facts('Legal', [58_000, 90_000], true, 2),
  marketing: facts('Marketing', [40_000, 58_000], true, 3),
  sales: facts('Sales', [42_000, 65_000], true, 1),
  support: facts('Support', [32_000, 42_000], true, 4),
  backend: facts('Engineering', [58_000, 88_000], true, 1),
  frontend: facts('Engineering', [52_000, 80_000], true, 1),
  data: facts('Data', [54_000, 84_000], true, 1),
  design: facts('Design', [46_000, 68_000], true, 2),
  operations: facts('Platform', [54_000, 82_000], true, 1),
  civil: facts('Planning', [48_000, 70_000], true, 1),
  laboratory: facts('Laboratory', [36_000, 50_000], false, 2),
  garden: facts('Green spaces', [28_000, 38_000], false, 3),
};
