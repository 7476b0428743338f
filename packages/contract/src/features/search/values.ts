export const jobOrders = ['newest', 'relevance', 'pay', 'distance'] as const;
export type JobOrder = (typeof jobOrders)[number];

export const suggestionKinds = ['title', 'company', 'skill', 'place'] as const;
