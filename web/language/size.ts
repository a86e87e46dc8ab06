/** "About half of the usual": how the size of a run is said, on every screen alike, and never as a bare percentage: chance flatters the number. */
import type { Language } from "../../functions/present/views/chrome.ts";

type Size = "small" | "third" | "half" | "slight" | "half_more" | "double" | "triple";

/** @param severity shrunk multiple of the usual; above 1 in a strong run */
function sizeOf(severity: number): Size {
  if (severity < 0.4) return "small";
  if (severity < 0.6) return "half";
  if (severity < 0.8) return "third";
  if (severity < 1.25) return "slight";
  if (severity < 1.67) return "half_more";
  return severity < 2.5 ? "double" : "triple";
}

type SizeWords = { usual: string; sizes: Record<Size, (usual: string) => string> };

const id: SizeWords = {
  usual: "biasanya",
  sizes: {
    small: (usual) => `*sepertiga* atau kurang dari ${usual}`,
    half: (usual) => `sekitar *separuh* dari ${usual}`,
    third: (usual) => `sekitar *dua pertiga* dari ${usual}`,
    slight: (usual) => `*sedikit berbeda* dari ${usual}`,
    half_more: (usual) => `sekitar *satu setengah kali* ${usual}`,
    double: (usual) => `sekitar *dua kali* ${usual}`,
    triple: (usual) => `*tiga kali* ${usual} atau lebih`,
  },
};

const en: SizeWords = {
  usual: "the usual",
  sizes: {
    small: (usual) => `*a third* or less of ${usual}`,
    half: (usual) => `about *half* of ${usual}`,
    third: (usual) => `about *two thirds* of ${usual}`,
    slight: (usual) => `*slightly different* from ${usual}`,
    half_more: (usual) => `about *one and a half times* ${usual}`,
    double: (usual) => `about *twice* ${usual}`,
    triple: (usual) => `*three times* ${usual} or more`,
  },
};

const words: Record<Language, SizeWords> = { id, en };

/**
 * The size of a run; `*…*` marks what counts.
 * @param usual what it is the size against, where a sentence says it closer than "the usual"
 */
export const sizeInWords = (
  language: Language,
  severity: number,
  usual = words[language].usual,
): string => words[language].sizes[sizeOf(severity)](usual);
