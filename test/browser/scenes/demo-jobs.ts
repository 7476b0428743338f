/** Jobs of the demo's recruiter, which take applications here. */
export const appliedFor = 'Embedded Software Engineer';
export const openToApply = 'Working Student, Customer Support';
/** One that asks for money, so that it is flagged. */
export const flaggedTitle = 'Delivery Assistant';
