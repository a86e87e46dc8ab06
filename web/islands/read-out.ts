/**
 * Reads one bucket of all panels out, above them: a tap or a drag on the panels says which, or the slider, which is the
 * keyboard's way. The words are those of the table, so that both say the same.
 */
import { bucketAt, type ChartProps, stretchOf } from "../parts/panel.ts";

export function readOut(root: HTMLElement, props: ChartProps): void {
  const slider = root.querySelector<HTMLInputElement>(".read-out input");
  const panels = root.querySelector<HTMLElement>(".panels");
  if (!slider || !panels) return;
  const cursor = putCursor(panels);
  const show = () => {
    say(root, slider);
    const [left, right] = stretchOf(slider.valueAsNumber, props);
    cursor.style.left = `${50 * (left + right)}%`;
    cursor.hidden = false;
  };
  slider.addEventListener("input", show);
  slider.closest("label")?.removeAttribute("hidden");
  const read = ({ clientX }: { clientX: number }) => {
    const plot = panels.querySelector(".plot-at")?.getBoundingClientRect();
    if (!plot) return;
    const share = Math.min(Math.max((clientX - plot.left) / plot.width, 0), 0.999999);
    const bucket = bucketAt(share, props);
    if (bucket === slider.valueAsNumber && !cursor.hidden) return;
    slider.valueAsNumber = bucket;
    show();
  };
  panels.addEventListener("click", (event) => {
    read(event);
    bringIntoView(root, panels, event.target as Element);
    // the arrow keys go on from here
    slider.focus({ preventScroll: true });
  });
  panels.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.buttons > 0) read(event);
  });
}

/** One thin line through all panels: moving it draws none of them again. */
function putCursor(panels: HTMLElement): HTMLElement {
  const place = document.createElement("div");
  place.className = "cursor";
  const line = document.createElement("i");
  line.hidden = true;
  place.append(line);
  panels.append(place);
  return line;
}

/** Of many accounts the one that was touched, in the list above the panels; the page itself stays where it is. */
function bringIntoView(root: HTMLElement, panels: HTMLElement, touched: Element): void {
  const list = root.querySelector<HTMLElement>(".read-out section");
  const place = [...panels.querySelectorAll(".panel")].findIndex((panel) =>
    panel.contains(touched),
  );
  const row = list?.querySelectorAll<HTMLElement>("dl > div")[place];
  if (list && row) list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
}

/** The table has the newest first. */
function say(root: HTMLElement, slider: HTMLInputElement): void {
  const rows = root.querySelectorAll<HTMLTableRowElement>("tbody tr");
  const [when, ...values] = rows[rows.length - 1 - slider.valueAsNumber]?.cells ?? [];
  const status = root.querySelector(".read-out [role=status]");
  const title = status?.querySelector("b");
  if (!status || !title || !when) return;
  title.textContent = when.textContent;
  slider.setAttribute("aria-valuetext", when.textContent ?? "");
  status.querySelectorAll("dd").forEach((value, index) => {
    value.textContent = values[index]?.textContent ?? "";
  });
}
