/** An address as a QR code. */
import { renderSVG } from "uqr";

/** An SVG with a quiet zone, black on white in both themes: phones read dark codes badly. */
export const qrOf = (url: string): string => renderSVG(url, { border: 4, ecc: "M" });
