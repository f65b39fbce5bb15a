export { type Card, type CardRow, cardSvg } from './card.ts';
export { renderPng } from './render-png.ts';
