import type { Feature } from '../feature.ts';
import { aboutGrade } from './disagree.ts';
import { answerLesson, lesson, pressedLesson } from './lesson.ts';
import { disagreed } from './lesson-doubt.ts';
import { pressedAgain, pressedAhead, pressedFeedback, pressedSkipAhead } from './lesson-end.ts';
import { answerPlacement, pressedPlacement, pressedTrack } from './lesson-place.ts';
import { singleLesson } from './lesson-single.ts';
import { answerReview, pressedReview, review } from './review.ts';

/** A few minutes of learning a day, and what was learnt asked again before it is forgotten. */
export const lessonsFeature: Feature = {
  commands: { bai: lesson, lesson, on: review, review, chamlai: (context) => disagreed(context) },
  // Unaccented "bai" alone is a song, an article, a card game; "on" is noisy or fine.
  phrases: {
    'bài học': 'bai',
    'học bài': 'bai',
    'bài hôm nay': 'bai',
    'bài học hôm nay': 'bai',
    'học tiếp': 'bai',
    'hoc bai': 'bai',
    'bai hoc': 'bai',
    'bai hom nay': 'bai',
    'bai hoc hom nay': 'bai',
    'hoc tiep': 'bai',
    'học bài hôm nay': 'bai',
    'đổi chủ đề': 'bai doi',
    'doi chu de': 'bai doi',
    'chủ đề khác': 'bai doi',
    "today's lesson": 'bai',
    'daily lesson': 'bai',
    'my lesson': 'bai',
    'ôn bài': 'on',
    'ôn lại': 'on',
    'on bai': 'on',
    'ôn bài cũ': 'on',
    'review my lessons': 'on',
  },
  wordings: [[aboutGrade, 'chamlai']],
  presses: {
    gd: (context, [id]) => disagreed(context, Number.parseInt(id ?? '', 36)),
    bai: (context) => lesson(context, ''),
    bl: pressedLesson,
    bt: pressedTrack,
    bp: pressedPlacement,
    bf: pressedFeedback,
    ba: pressedAgain,
    be: (context, [id]) => singleLesson(context, id ?? ''),
    bn: pressedAhead,
    bs: pressedSkipAhead,
    rn: (context) => review(context),
    rv: pressedReview,
  },
  questions: { lesson: answerLesson, lesson_place: answerPlacement, review: answerReview },
  help: ['help-bai', 'help-on'],
};
