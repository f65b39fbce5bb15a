import type { OfferKind } from '../../discovery/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { pressedOffer, reportOfferGone, showOffer } from './offer-details.ts';
import { letterOf } from './offer-entries.ts';
import { answerOffers, listOffers, offerListData, pressedOffers } from './offers.ts';

const list =
  (kind: OfferKind) =>
  (context: TurnContext, rest: string): Promise<Answer> =>
    listOffers(context, { kind, needs: [], rest, isWeak: false });

/** Scholarships, internships and places: listing them, looking at one, saying that it is gone. */
export const offersFeature: Feature = {
  commands: {
    hocbong: list('scholarship'),
    scholarships: list('scholarship'),
    thuctap: list('internship'),
    internships: list('internship'),
    diem: list('place'),
    places: list('place'),
  },
  presses: {
    of: pressedOffer,
    ofopen: pressedOffer,
    ofgone: reportOfferGone,
    ofl: pressedOffers,
  },
  questions: {
    offers: (context, text, data) => {
      const known = offerListData.safeParse(data);
      if (!known.success) return undefined;
      return answerOffers(context, text, known.data, (kind, key) => showOffer(context, letterOf[kind], key));
    },
  },
  help: ['help-hocbong', 'help-thuctap', 'help-diem'],
};
