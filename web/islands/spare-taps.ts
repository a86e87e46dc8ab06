/** While something is stored the page changes under the finger: a second tap must not hit what comes to lie there. */

/** Milliseconds after the end: a slow second tap, and the eye on its way. */
const AFTER = 700;

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** Does something, and lets no tap through until it is done and seen. Keys are not pressed by mistake like that. */
export async function sparing(what: () => Promise<void>): Promise<void> {
  const isTap = (event: MouseEvent) => {
    // the keyboard clicks without a pointer
    if (event.detail > 0) swallow(event);
  };
  addEventListener("click", isTap, true);
  try {
    await what();
  } finally {
    setTimeout(() => removeEventListener("click", isTap, true), AFTER);
  }
}
