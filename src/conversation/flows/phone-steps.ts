import type { Told } from '../../learners/index.ts';
import { createTranslator } from '../../locales/index.ts';
import { fold } from '../../text/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { knowing } from '../manner.ts';
import { say } from './small-talk.ts';

/** Things one does on the phone, each with its text for either kind of phone and for both. */
const steps = { location: 'steps-location', home: 'steps-home', letters: 'steps-letters' } as const;
type Step = keyof typeof steps;

/** Asked once; who does not say is shown both ways from then on. */
const askedMark = 'phone-kind';

/** The steps on the phone of the learner; an unknown phone is asked for first, once. */
function show(context: TurnContext, step: Step): Answer {
  // Without buttons for it, a place is told by its name: there is nothing to press on any phone.
  if (step === 'location' && !context.capabilities.location) return say(context, context.t('steps-location-by-name'));
  const { phone } = context.profile.told;
  const wasAsked = context.state.told?.includes(askedMark) === true;
  if (phone !== undefined || wasAsked) return say(context, context.t(steps[step]));
  const answer = say(context, context.t('steps-which-phone'), [
    context.offer('phone', [step, 'iphone'], context.t('choice-iphone')),
    context.offer('phone', [step, 'android'], context.t('choice-android')),
    context.offer('phone', [step, 'other'], context.t('choice-phone-unknown')),
  ]);
  return { ...answer, state: { ...answer.state, told: [...(context.state.told ?? []), askedMark] } };
}

function pressed(context: TurnContext, [which, phone]: readonly string[]): Answer {
  const step = (Object.keys(steps) as Step[]).find((each) => each === which) ?? 'letters';
  if (phone !== 'iphone' && phone !== 'android') return say(context, bothWays(context, step));
  const told: Told = { phone };
  const knower = knowing(context, { ...context.profile.told, ...told });
  return { ...say(knower, knower.t(steps[step])), effects: [{ kind: 'note_facts', told, source: 'chosen' }] };
}

/** Both kinds of phone, for whoever does not know theirs. */
function bothWays({ locale, profile }: TurnContext, step: Step): string {
  return createTranslator(locale, { address: profile.told.address })(steps[step]);
}

/** Whole questions as people type them: every opening before every way to name the thing. */
function asked(names: readonly string[], command: string): Readonly<Record<string, string>> {
  const openings = [
    '',
    'làm sao ',
    'làm sao để ',
    'làm thế nào để ',
    'làm cách nào để ',
    'cách ',
    'chỉ mình cách ',
    'chỉ em cách ',
    'chỉ tôi cách ',
    'hướng dẫn ',
    'hướng dẫn cách ',
  ];
  const written = openings.flatMap((opening) => names.map((name) => `${opening}${name}`));
  return Object.fromEntries(
    written.flatMap((phrase) => [
      [phrase, command],
      [fold(phrase), command],
    ]),
  );
}

/** How to share a place, keep the page on the home screen and make letters larger, on an iPhone and on Android apart. */
export const phoneStepsFeature: Feature = {
  commands: {
    guivitri: (context) => show(context, 'location'),
    luutrang: (context) => show(context, 'home'),
    chuto: (context) => show(context, 'letters'),
  },
  phrases: {
    ...asked(['gửi vị trí', 'chia sẻ vị trí', 'gửi định vị', 'bật định vị', 'gửi vị trí của mình'], 'guivitri'),
    ...asked(
      [
        'lưu trang web ra màn hình chính',
        'lưu trang ra màn hình chính',
        'lưu trang này ra màn hình chính',
        'thêm trang web vào màn hình chính',
        'thêm vào màn hình chính',
        'đưa trang web ra màn hình chính',
        'lưu trang web ra màn hình',
        'lưu web ra màn hình',
      ],
      'luutrang',
    ),
    ...asked(
      [
        'phóng to chữ',
        'chỉnh chữ to',
        'chỉnh chữ to lên',
        'làm chữ to hơn',
        'làm chữ to lên',
        'chỉnh cỡ chữ',
        'tăng cỡ chữ',
        'để chữ to hơn',
      ],
      'chuto',
    ),
    'how do i share my location': 'guivitri',
    'how to share my location': 'guivitri',
    'how do i save this page to the home screen': 'luutrang',
    'add to home screen': 'luutrang',
    'how do i make the text bigger': 'chuto',
    'make the text bigger': 'chuto',
    'bigger text': 'chuto',
  },
  presses: { phone: pressed },
};
