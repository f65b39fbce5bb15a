import type { FactKind, Told } from '../../learners/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { knowing } from '../manner.ts';
import { plainWords } from '../phrases.ts';
import { say } from './small-talk.ts';

/** A way of answering that a learner may switch on and off; it is a fact of their profile. */
interface Mode {
  readonly code: string;
  readonly kind: FactKind;
  readonly told: Told;
  readonly keys: { readonly ask: string; readonly on: string; readonly off: string };
}

const lowData: Mode = {
  code: 'spare',
  kind: 'data',
  told: { data: 'low' },
  keys: { ask: 'mode-low-data-ask', on: 'mode-low-data-on', off: 'mode-low-data-off' },
};

const simpleWords: Mode = {
  code: 'easy',
  kind: 'speech',
  told: { speech: 'simple' },
  keys: { ask: 'mode-simple-ask', on: 'mode-simple-on', off: 'mode-simple-off' },
};

const on = /^(?:bat|mo|on|yes|co|start)$/;
const off = /^(?:tat|dung|off|no|khong|stop)$/;

/** "bat", "tat", or neither: then it is asked. */
function command(mode: Mode): (context: TurnContext, argument: string) => Answer {
  return (context, argument) => {
    const word = plainWords(argument);
    if (on.test(word)) return switchOn(context, mode);
    return off.test(word) ? switchOff(context, mode) : ask(context, mode);
  };
}

function ask(context: TurnContext, { keys, code }: Mode): Answer {
  return say(context, context.t(keys.ask), [
    context.offer(code, ['on'], context.t('choice-mode-on')),
    context.offer(code, ['off'], context.t('choice-mode-off')),
  ]);
}

function switchOn(context: TurnContext, { told, keys, code }: Mode): Answer {
  const knower = knowing(context, { ...context.profile.told, ...told });
  const back = knower.offer(code, ['off'], knower.t('choice-mode-off'));
  return { ...say(knower, knower.t(keys.on), [back]), effects: [{ kind: 'note_facts', told, source: 'chosen' }] };
}

function switchOff(context: TurnContext, { kind, keys, code }: Mode): Answer {
  const { [kind]: _gone, ...left } = context.profile.told;
  const knower = knowing(context, left);
  const back = knower.offer(code, ['on'], knower.t('choice-mode-on'));
  return { ...say(knower, knower.t(keys.off), [back]), effects: [{ kind: 'forget_facts', kinds: [kind] }] };
}

function press(mode: Mode): (context: TurnContext, args: readonly string[]) => Answer {
  return (context, [which]) => (which === 'on' ? switchOn(context, mode) : switchOff(context, mode));
}

/** `/tietkiem` for little data and `/dehieu` for easy words. */
export const modesFeature: Feature = {
  commands: {
    tietkiem: command(lowData),
    lowdata: command(lowData),
    dehieu: command(simpleWords),
    simple: command(simpleWords),
  },
  phrases: {
    'tiết kiệm dữ liệu': 'tietkiem bat',
    'tiet kiem du lieu': 'tietkiem bat',
    'tiết kiệm dung lượng': 'tietkiem bat',
    'tiết kiệm data': 'tietkiem bat',
    'tiet kiem data': 'tietkiem bat',
    'save data': 'tietkiem bat',
  },
  presses: { [lowData.code]: press(lowData), [simpleWords.code]: press(simpleWords) },
  help: ['help-tietkiem', 'help-dehieu'],
};
