export { type Distress, distressOf } from './distress.ts';
