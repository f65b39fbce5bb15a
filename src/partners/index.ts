export {
  type Agreement,
  type AgreementInput,
  activeAgreements,
  agreementById,
  changeAgreement,
  createAgreement,
  listAgreements,
  longestGives,
  longestGoal,
  moveAgreement,
} from './agreement.ts';
export { type PartnerFigures, partnerFigures, smallestGroup } from './figures.ts';
export { type OrganisationOffers, offersOfOrganisation } from './offers.ts';
export {
  createOwnOffersDesk,
  type OwnOfferKind,
  type OwnOffersDesk,
  ownFields,
  ownOfferKinds,
  ownOfferSteps,
} from './own-offers.ts';
export { agreementKinds, agreementStatuses } from './schema.ts';
