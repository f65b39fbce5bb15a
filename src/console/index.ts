export { type ConsoleOptions, createConsole } from './console.tsx';
