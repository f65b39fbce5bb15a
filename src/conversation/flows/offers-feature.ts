import type { SubjectKind } from '../../discovery/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { pressedOffer, reportOfferGone, showOffer } from './offer-details.ts';
import { letterOf } from './offer-entries.ts';
import { remindOfOffer, saveOffer, unsaveOffer } from './offer-saved.ts';
import { answerOffers, listOffers, offerListData, pressedOffers } from './offers.ts';
import { answerPlaces, morePlaces, placesCommand } from './places.ts';

const list =
  (kind: SubjectKind) =>
  (context: TurnContext, rest: string): Promise<Answer> =>
    listOffers(context, { kind, rest });

/** Scholarships, internships and places: listing them, looking at one, saying that it is gone. */
export const offersFeature: Feature = {
  commands: {
    hocbong: list('scholarship'),
    scholarships: list('scholarship'),
    thuctap: list('internship'),
    internships: list('internship'),
    diem: placesCommand,
    places: placesCommand,
  },
  presses: {
    of: pressedOffer,
    ofopen: pressedOffer,
    ofgone: reportOfferGone,
    ofl: pressedOffers,
    plmore: morePlaces,
    oflu: saveOffer,
    oflbo: unsaveOffer,
    oflnh: remindOfOffer,
    ofk: (context, [letter]) => list(letter === 'i' ? 'internship' : 'scholarship')(context, ''),
  },
  questions: {
    places: (context, text, data) =>
      answerPlaces(context, text, data, (key) => showOffer(context, letterOf.place, key)),
    offers: (context, text, data) => {
      const known = offerListData.safeParse(data);
      if (!known.success) return undefined;
      return answerOffers(context, text, known.data, (kind, key) => showOffer(context, letterOf[kind], key));
    },
  },
  help: ['help-hocbong', 'help-thuctap', 'help-diem'],
};
