import { learnersOf } from '../../learners/index.ts';
import { type Cohort, cohortsOfTeacher, membershipsOf } from '../../learning/index.ts';
import { fold } from '../../text/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { goesOn, teacherNames, trackTitle } from '../words/cohort.ts';
import { learnerInWords } from '../words/learner.ts';
import {
  colleagueQuestions,
  comeBackToTeach,
  handOver,
  inviteColleague,
  removeColleague,
  returnColleague,
  showColleagues,
} from './cohort-colleagues.ts';
import { askName, enterCode, hideName, joiningQuestions, pressedJoin, showKnownName } from './cohort-join.ts';
import { comeBack, leave, pressedMembership } from './cohort-membership.ts';
import { askTitle, chooseTrack, invite, openingQuestions, sameTeacher, stopped } from './cohort-open.ts';
import { askRemove, remove, takeBack } from './cohort-removal.ts';
import { cohortChoice, keyOf, nameOf, ofOwnCohort, settled } from './cohort-standing.ts';
import { askEnd, close, pressedCohort, pressedEnd, reopen, teachingQuestions } from './cohort-teach.ts';

/** `/lop`: the classes one runs and those one learns in; with a code it leads into that class, with "mo" to a new one. */
async function cohorts(context: TurnContext, argument = ''): Promise<Answer> {
  const words = fold(argument).trim();
  if (/^(?:mo|mo lop|tao|moi|open|new)$/.test(words)) return askTitle(context);
  return words === '' ? overview(context) : enterCode(context, argument);
}

/** Classes of either kind that are named with a button of their own. */
const mostButtons = 6;

async function overview(context: TurnContext): Promise<Answer> {
  const { t, tx, accountId } = context;
  const taught = await cohortsOfTeacher(tx, accountId);
  const learnt = await membershipsOf(tx, accountId);
  const learners = learnt.length === 0 ? [] : await learnersOf(tx, accountId);
  const whoOf = (id: number): string => {
    const learner = learners.find((each) => each.id === id);
    return learner === undefined || learner.relation === 'self' ? '' : learnerInWords(t, learner);
  };
  const mine = learnt.map(({ cohort, learnerId }) => {
    const who = whoOf(learnerId);
    const line = lineOf(context, cohort, 'cohort-line-learnt');
    return who === '' ? line : `${line} (${who})`;
  });
  const text = [
    ...(taught.length === 0
      ? []
      : [[t('cohort-taught'), ...taught.map((each) => lineOf(context, each, 'cohort-line-taught'))].join('\n')]),
    ...(learnt.length === 0 ? [] : [[t('cohort-learnt'), ...mine].join('\n')]),
    t(taught.length + learnt.length === 0 ? 'cohort-none' : 'cohort-more'),
  ].join('\n\n');
  return settled(context, text, [
    ...taught.slice(0, mostButtons).map((cohort) => cohortChoice(context, cohort)),
    ...learnt.slice(0, mostButtons).map(({ cohort, learnerId }) => {
      const who = whoOf(learnerId);
      const name = who === '' ? nameOf(context, cohort) : `${nameOf(context, cohort)} (${who})`;
      return context.offer('loph', [keyOf(cohort.id), keyOf(learnerId)], t('choice-cohort-learnt', { name }));
    }),
    context.offer('lopmo', [], t('choice-cohort-open')),
  ]);
}

function lineOf(context: TurnContext, cohort: Cohort, key: 'cohort-line-taught' | 'cohort-line-learnt'): string {
  const { t, lessons, locale } = context;
  return t(key, {
    name: nameOf(context, cohort),
    track: trackTitle(lessons, locale, cohort.track),
    members: cohort.members,
    teacher: teacherNames(locale, cohort),
    isOpen: goesOn(cohort, context) ? 'yes' : 'no',
  });
}

/** The letters of codes, as a message is folded. */
const codeLetters = '[bcdghklmnpqrtvx]{4}';

/** Classes that go through a track of lessons together: for who runs one and for who learns in one. */
export const cohortFeature: Feature = {
  commands: { lop: cohorts, class: cohorts, vaolop: enterCode },
  phrases: {
    'lớp của tôi': 'lop',
    'lớp của mình': 'lop',
    'lớp của em': 'lop',
    'lop cua toi': 'lop',
    'lop cua minh': 'lop',
    'mở lớp': 'lop mo',
    'tạo lớp': 'lop mo',
    'mở lớp mới': 'lop mo',
    'vào lớp': 'vaolop',
    'nhập mã lớp': 'vaolop',
    'my class': 'lop',
    'my classes': 'lop',
    'open a class': 'lop mo',
    'join a class': 'vaolop',
  },
  openings: { 'mã lớp': 'vaolop', 'ma lop': 'vaolop', 'class code': 'vaolop' },
  wordings: [
    [
      new RegExp(
        `^(?:(?:ma|nhap|vao|tham gia|xin|cho|em|minh|con|toi|join|enter|class|lop|code|la|so)(?: |$))*(?<what>${codeLetters} ?${codeLetters})$`,
      ),
      'vaolop',
    ],
  ],
  presses: {
    lop: (context) => cohorts(context),
    lopmo: askTitle,
    loptr: chooseTrack,
    lopnhu: sameTeacher,
    lopthoi: stopped,
    lopvao: pressedJoin,
    loplay: showKnownName,
    lopten: askName,
    lopan: hideName,
    loph: pressedMembership,
    lopra: leave,
    lopve: comeBack,
    lopx: ofOwnCohort(pressedCohort),
    lopmoi: ofOwnCohort((context, cohort) => invite(context, cohort, 'cohort-invite')),
    lophan: ofOwnCohort(askEnd),
    lopngay: ofOwnCohort(pressedEnd),
    lopdong: ofOwnCohort(close),
    loplai: ofOwnCohort(reopen),
    loprut: ofOwnCohort(askRemove),
    lopbo: ofOwnCohort(remove),
    lophoi: ofOwnCohort(takeBack),
    lopcung: ofOwnCohort(showColleagues),
    lopgiao: ofOwnCohort(inviteColleague),
    lopthoip: ofOwnCohort(handOver),
    lopvep: comeBackToTeach,
    lopbop: ofOwnCohort(removeColleague),
    lopnhanp: ofOwnCohort(returnColleague),
  },
  questions: { ...openingQuestions, ...joiningQuestions, ...teachingQuestions, ...colleagueQuestions },
  help: ['help-lop'],
};
