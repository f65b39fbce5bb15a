import { noteWeakNetwork } from '../../access/index.ts';
import { wardByCode } from '../../places/index.ts';
import { cityTime } from '../../time/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { listPlaces } from './places.ts';
import { say } from './small-talk.ts';

/** How long the next text names the ward. */
const questionMinutes = 15;

/** What is kept, and a press to report; who told of one ward before need not name it. */
function ask(context: TurnContext): Answer {
  const { t, profile, now, state } = context;
  const [code, ...more] = profile.told.place?.wards ?? [];
  const ward = code === undefined || more.length > 0 ? undefined : wardByCode(code);
  const wifi = context.offer('nwwifi', [], t('choice-network-wifi'));
  if (ward !== undefined) {
    const press = context.offer('nwyes', [ward.code], t('choice-network-report', { ward: ward.fullName }));
    return say(context, t('network-what'), [press, wifi]);
  }
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  const asked = say(context, `${t('network-what')} ${t('network-where')}`, [wifi]);
  return { ...asked, state: { ...state, question: { kind: 'weak_network', until, data: {} } } };
}

async function report(context: TurnContext, code: string | undefined): Promise<Answer> {
  const { tx, t, accountId, now, timezone } = context;
  const { question: _answered, ...state } = context.state;
  const ward = wardByCode(code ?? '');
  if (ward === undefined) return ask(context);
  const { day } = cityTime(now, timezone);
  const isNew = await noteWeakNetwork(tx, { accountId, ward: ward.code, day });
  const told = t(isNew ? 'network-noted' : 'network-known', { ward: ward.fullName });
  return { ...say(context, told, [context.offer('nwwifi', [], t('choice-network-wifi'))]), state };
}

/** A ward is reported at once, of a former one or a district the parts are offered. */
function typed(context: TurnContext, text: string): Answer | Promise<Answer> | undefined {
  const { t } = context;
  if (isRefusal(plainWords(text))) {
    const { question: _answered, ...state } = context.state;
    return { ...say(context, t('feedback-dropped')), state };
  }
  const wards = (context.finder.understand(`ở ${text}`).facets.place?.value.wards ?? []).flatMap(
    (code) => wardByCode(code) ?? [],
  );
  const [only, ...more] = wards;
  if (only === undefined) return undefined;
  if (more.length === 0) return report(context, only.code);
  const shown = wards.slice(0, 8).map((ward) => context.offer('nwyes', [ward.code], ward.fullName));
  return say(context, t('network-which'), shown);
}

/** "Mạng ở nhà em yếu lắm": counted by ward and month, without who said so. */
export const weakNetworkFeature: Feature = {
  commands: { mangyeu: ask, network: ask },
  phrases: { 'báo mạng yếu': 'mangyeu', 'bao mang yeu': 'mangyeu', 'report weak network': 'mangyeu' },
  wordings: [
    [
      /^(?:(?:mang|wifi|wi fi|internet|song|4g)) (?:internet |wifi |dien thoai )?(?:o |tai |khu |cho |trong |ngoai )(?:\S+ ){0,4}(?:rat |qua |hay |bi |luc nao cung )?(?:yeu|cham|chap chon|rot|lag)(?: (?:lam|qua|hoai|a|ah|luon|xiu|ban oi|oi))*$/,
      'mangyeu',
    ],
    [
      /^(?:the )?(?:internet|network|signal|wifi) (?:here|at home|in my area) is (?:very |so |too )?(?:weak|slow|bad)$/,
      'mangyeu',
    ],
  ],
  presses: {
    nwask: ask,
    nwyes: async (context, [code]) => inPlace(await report(context, code)),
    nwwifi: (context) => listPlaces(context, { needs: ['wifi'], rest: '' }),
  },
  questions: { weak_network: typed },
  help: ['help-mangyeu'],
};
