import { testDialoguesOnPlatform } from './support/dialogues.ts';

testDialoguesOnPlatform('telegram');
