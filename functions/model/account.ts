/**
 * A library has a handful of accounts: four platforms, a few branches. Every page lists all of them and asks for each, so
 * whoever may push could fill the dashboard until it no longer opens. Hidden ones count; the admin can erase them.
 */
export const MOST_ACCOUNTS = 40;
