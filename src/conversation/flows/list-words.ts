/** A number of a list, with what is said around it. */
export const numbered =
  /^(?:(?:xem|chi tiet|chon|mo|so|cai|show|open|number) ?)*(?<number>\d{1,2})(?: (?:nhe|nha|di|a|please))*$/;
/** Words that ask for the next ones of a list. */
export const onward =
  /^(?:(?:cho |xem )?(?:minh |em |toi )?(?:xem )?(?:them|nua|tiep|them nua|con nua khong|more|next|others))(?: (?:di|nhe|nha|a|please))*$/;
