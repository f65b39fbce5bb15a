import { tellOfDanger } from '../../inbox/index.ts';
import { calmStatements } from '../../outreach/index.ts';
import { type Danger, type Distress, helpLineTexts } from '../../tutor/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { dangerInWords } from '../words/danger.ts';
import { say, topicChoices } from './small-talk.ts';

/**
 * Answers words that tell of danger: a reviewed text with the telephone numbers that staff keep, nothing else beside it. Staff hear that
 * somebody may be in danger, not what was written, and reminders rest. Where it is not plain what was meant, the person is asked.
 */
export async function answerDistress(context: TurnContext, distress: Distress): Promise<Answer> {
  return distress === 'perhaps' ? checkIn(context) : helpNow(context, distress);
}

async function helpNow(context: TurnContext, danger: Danger): Promise<Answer> {
  const { tx, t, locale, learnerId, conversationId, now } = context;
  const lines = await helpLineTexts(tx, locale, danger);
  await tellOfDanger(tx, { learnerId, conversationId, locale, at: now });
  // A lesson's question under the numbers to call would be no help.
  const { question: _left, ...state } = context.state;
  return resting(context, say({ ...context, state }, dangerInWords(t, danger, lines)));
}

function checkIn(context: TurnContext): Answer {
  const { t, offer } = context;
  const choices = [offer('dok', [], t('choice-distress-fine')), offer('dhelp', [], t('choice-distress-help'))];
  return resting(context, say(context, t('distress-perhaps'), choices));
}

function resting(context: TurnContext, answer: Answer): Answer {
  const statements = calmStatements(context.learnerId, context.now);
  return { ...answer, effects: statements.map((statement) => ({ kind: 'write', statement })) };
}

/** Where the two answers to the check-in lead. */
export const distressFeature: Feature = {
  presses: {
    dok: (context) => inPlace(say(context, context.t('distress-fine'), topicChoices(context))),
    dhelp: (context) => helpNow(context, 'suicide'),
  },
};
