/** What X may still cost this month, in millionths of a US dollar; without settings nothing. */
export const allowanceOf = (
  settings: { x_ceiling_usd: number; spent_micros: number } | null,
): number =>
  settings
    ? Math.max(0, Math.floor(settings.x_ceiling_usd * 1_000_000) - settings.spent_micros)
    : 0;
