import { testDialoguesOnPage } from './support/dialogues.ts';

testDialoguesOnPage('core');
