/** The region that is the whole territory: how an address, a select and a commitment name it. Assessments carry null. */
export const WHOLE_COUNTRY = "FEDERAL"
