export { ApplicationError, type FieldError, isApplicationError } from './application-error.ts';
export { renderErrorsPage } from './documentation.ts';
export { type Problem, toProblem } from './problem.ts';
export { reasonOf } from './reason.ts';
