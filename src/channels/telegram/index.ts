export { telegramCapabilities } from './capabilities.ts';
export { createTelegramChannel, type TelegramChannel } from './telegram.ts';
