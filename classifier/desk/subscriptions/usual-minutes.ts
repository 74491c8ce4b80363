/** How often a subscription is looked at unless asked otherwise: every half hour. */
export const USUAL_MINUTES = 30;
