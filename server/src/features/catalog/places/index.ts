export { distanceInKm, type Point } from './distance.ts';
export { placesEvaluator } from './evaluation.ts';
export { keyOf as placeNameKey } from './fold.ts';
export { theGazetteer } from './gazetteer/gazetteer.ts';
export { isArea } from './groups.ts';
export { isEligible, isOffered, type PlaceOffer, type PlaceWish, readOffer, readWish } from './offers.ts';
export { readPlaces } from './reading.ts';
export { countriesOfAreas } from './words/areas.ts';
export { splitWorkplace } from './workplace.ts';
