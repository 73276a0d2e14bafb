/** The region that is the whole territory: how an address, a select and a commitment name it. Assessments carry null. */
export const WHOLE_COUNTRY = "FEDERAL"

/**
 * Whether what is said of one region, or of the whole country (also null), bears on a region asked about: what is of
 * another region does not. Where none is asked about (null), everything does.
 */
export const bearsOn = (asked: string | null, of: string | null): boolean =>
  asked === null || of === asked || of === null || of === WHOLE_COUNTRY
