export { describeProblem } from './network-failure.ts';
