export { distanceInKm, type Point } from './distance.ts';
export { placesEvaluator } from './evaluation.ts';
export { isEligible, isOffered, type PlaceOffer, type PlaceWish, readWish } from './offers.ts';
export { type FoundPlace, type PlacesReading, readPlaces } from './reading.ts';
