export { zaloCapabilities } from './capabilities.ts';
export { createZaloChannel, type ZaloChannel } from './zalo.ts';
