/** Once the page has all that it shows; at once where it has. */
export function whenLoaded(then: () => void): void {
  if (document.readyState === "complete") then();
  else addEventListener("load", then, { once: true });
}
