/** A form's passphrase, to be read as long as its box is ticked. */
export function showOnDemand(form: HTMLFormElement): void {
  const passphrase = form.elements.namedItem("passphrase") as HTMLInputElement;
  const box = form.elements.namedItem("shown") as HTMLInputElement | null;
  box?.addEventListener("change", () => {
    passphrase.type = box.checked ? "text" : "password";
  });
}
