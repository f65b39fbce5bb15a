export { type BarCard, barCardSvg } from './bar-card.ts';
export { type Card, type CardRow, cardSvg } from './card.ts';
export { type CertificateSheet, certificateSheetSvg } from './certificate-sheet.ts';
export { type DayMark, type ProgressBar, type ProgressCard, progressCardSvg } from './progress-card.ts';
export { qrCode } from './qr-code.ts';
export { renderPng } from './render-png.ts';
