export { createDemo, type Demo, type DemoDependencies, type DemoPart, isDemoLoaded } from './demo.ts';
export { createTravellingClock, type TravellingClock } from './travelling-clock.ts';
