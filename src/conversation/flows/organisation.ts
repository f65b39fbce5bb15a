import { organisationByIdOrKey } from '../../catalogue/index.ts';
import { activeAgreements, offersOfOrganisation, partnerFigures } from '../../partners/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { agreementPeriod, figuresInWords } from '../words/agreement.ts';
import { localDate } from '../words/format.ts';
import { workshopTitle } from '../words/workshop.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** Partners that one message lists; a screen of buttons. */
const partnersShown = 8;
const coursesShown = 3;
const workshopsShown = 3;
const longestLabel = 60;

const today = ({ now, timezone }: TurnContext): string => localDate(now, timezone);

/** `/doitac`: who works with the city, each a press away. */
async function partners(context: TurnContext): Promise<Answer> {
  const { t, tx } = context;
  const all = await activeAgreements(tx, { today: today(context) });
  if (all.length === 0) return say(context, t('partners-none'), topicChoices(context));
  const names = new Map(
    all.map(({ organisationId, organisation, kind, sample }) => [organisationId, { organisation, kind, sample }]),
  );
  const shown = [...names].slice(0, partnersShown);
  const lines = shown.map(([, { organisation, kind, sample }]) => {
    const name = workshopTitle(t, { title: organisation, sample });
    return t('partners-line', { name, kind: t('agreement-kind', { kind }) });
  });
  return say(
    context,
    [t('partners-title'), ...lines].join('\n'),
    shown.map(([key, { organisation }]) => context.offer('dv', [keyOf(key)], organisation.slice(0, longestLabel))),
  );
}

/** Who an organisation is, what it agreed on with the city, and what of it one can learn now. */
export async function showOrganisation(context: TurnContext, id: string): Promise<Answer> {
  const { t, tx, locale, now, timezone } = context;
  const organisation = await organisationByIdOrKey(tx, id);
  if (organisation === undefined) return say(context, t('organisation-gone'), topicChoices(context));
  const { key } = organisation;
  const [agreement] = await activeAgreements(tx, { today: today(context), organisationId: key });
  const lines = [workshopTitle(t, { title: organisation.name, sample: organisation.sample })];
  if (organisation.description !== undefined) lines.push(organisation.description.slice(0, 600).toWellFormed());
  if (agreement !== undefined) {
    const look = { today: today(context), since: agreement.startsOn, timezone };
    const figures = figuresInWords(t, locale, await partnerFigures(tx, key, look));
    lines.push(
      '',
      `🤝 ${t('agreement-with-city')}: ${t('agreement-kind', { kind: agreement.kind })} (${agreementPeriod(t, agreement)})`,
      agreement.goal,
      ...(agreement.sample ? [t('agreement-sample')] : []),
      ...figures.map(({ name, count }) => `• ${name}: ${count}`),
    );
  }
  const offers = await offersOfOrganisation(tx, key, { today: today(context), now, limit: coursesShown });
  lines.push('', t(offers.courses.length === 0 ? 'organisation-no-courses' : 'organisation-courses-here'));
  const choices = offers.workshops
    .slice(0, workshopsShown)
    .map((workshop) => context.offer('ws', [keyOf(workshop.key)], workshopTitle(t, workshop).slice(0, longestLabel)));
  if (offers.courses.length === 0) return say(context, lines.join('\n'), [...choices, ...topicChoices(context)]);
  const listed = offers.courses.map((course) => ({ course, reasons: [] }));
  const message = courseListMessage(context, lines.join('\n'), listed, { choices });
  return { messages: [message], state: afterList(context, offers.courses) };
}

export const organisationFeature: Feature = {
  commands: {
    doitac: partners,
    partners,
    donvi: (context, argument) =>
      argument.trim() === '' ? partners(context) : showOrganisation(context, argument.trim()),
  },
  phrases: {
    'đơn vị đối tác': 'doitac',
    'don vi doi tac': 'doitac',
    'đối tác của thành phố': 'doitac',
    'partner organisations': 'doitac',
  },
  presses: { dv: (context, [key]) => showOrganisation(context, String(readKey(key))) },
  help: ['help-doitac'],
};
