import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { trackTitle } from '../words/cohort.ts';
import { find } from './find.ts';
import { say } from './small-talk.ts';
import { wishForWorkshop } from './workshop-search.ts';
import { listWorkshops } from './workshops.ts';

/** `/giaovien`: what there is for who teaches. */
function teachers(context: TurnContext): Answer {
  const { t, lessons, locale, profile } = context;
  const tracks = lessons.tracks.filter(({ audience }) => audience === 'teachers');
  const text = [
    t('teachers-what'),
    ...tracks.map((track) =>
      t('teachers-track', {
        title: trackTitle(lessons, locale, track.id),
        lessons: track.lessons.length,
        about: track.about,
      }),
    ),
    t('teachers-how'),
  ].join('\n\n');
  return say(context, text, [
    ...tracks.map((track) => context.offer('bt', [track.id], trackTitle(lessons, locale, track.id))),
    context.offer('lopmo', [], t('choice-cohort-open')),
    context.offer('tt', ['teachers'], t('choice-teachers-selftest')),
    context.offer('gvkhoa', [], t('choice-teachers-courses')),
    context.offer('gvthao', [], t('choice-teachers-workshops')),
    context.offer('gvct', [], t('choice-teachers-programmes')),
    // Seven fit into a menu of numbers: who says only now that they teach has no classes yet.
    profile.told.role === 'teacher'
      ? context.offer('lop', [], t('choice-cohorts'))
      : context.offer('gvla', [], t('choice-teachers-role')),
  ]);
}

/** "Mình là giáo viên", pressed: courses and announcements for teachers come first from now on. */
function noteRole(context: TurnContext): Answer {
  return inPlace({
    ...say(context, context.t('teachers-noted')),
    effects: [{ kind: 'note_facts', told: { role: 'teacher' }, source: 'chosen' }],
  });
}

export const teachersFeature: Feature = {
  commands: { giaovien: teachers, teachers },
  phrases: {
    'dành cho giáo viên': 'giaovien',
    'danh cho giao vien': 'giaovien',
    'góc giáo viên': 'giaovien',
    'for teachers': 'giaovien',
  },
  presses: {
    gv: teachers,
    gvkhoa: (context) => find(context, context.t('teachers-courses-wish'), () => undefined),
    gvthao: (context) => wishForWorkshop(context, context.t('teachers-workshops-wish')),
    gvct: (context) =>
      listWorkshops(context, { said: context.t('teachers-programmes-wish'), filter: 'programmes', offset: 0 }),
    gvla: noteRole,
  },
  help: ['help-giaovien'],
};
