/** A page as people see it who need large text: its text enlarged, and what of it is cut off or lies on another. */
import type { Page } from "playwright-core";

/** As a browser's own setting of text does: the page's first font by a factor, and whatever goes by it. */
export const enlargeText = (page: Page, factor: number): Promise<void> =>
  page.evaluate(`document.documentElement.style.fontSize = "${factor * 100}%"`);

/**
 * What does not grow with it, each once. What is drawn has its own scale, and a headline stops where a screen's width would break
 * its words.
 */
export const unmoved = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const all = [...document.querySelectorAll("body, body *")].filter((one) => !one.closest("svg[viewBox], h1"));
    const sizes = () => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    const before = sizes();
    document.documentElement.style.fontSize = "200%";
    const after = sizes();
    const same = all.filter((_, at) => Math.abs(after[at] - 2 * before[at]) > 0.1);
    return [...new Set(same.map((one) => one.tagName + "." + one.getAttribute("class")))];
  })()`);

/** How the page is coloured at a place of the screen: red, green, blue. */
export async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${shot.toString("base64")}";
    await image.decode();
    const drawn = new OffscreenCanvas(1, 1).getContext("2d");
    drawn.drawImage(image, 0, 0);
    return [...drawn.getImageData(0, 0, 1, 1).data].slice(0, 3);
  })()`);
}

/** Everything that opens stands open: nothing is looked at less because it is folded. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");

/**
 * What is wrong with the layout, each with the words concerned: wider than the screen, cut off by a box or the screen's edge,
 * or lying on other words. A title's end that is cut by "…" is meant so, and what scrolls in a box of its own is reached.
 */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = [];
    // a phone that shows a page too wide makes itself wider: it is not asked how wide it is
    const screen = ${page.viewportSize()?.width};
    const wide = document.documentElement.scrollWidth;
    if (wide > screen) found.push("the page is " + wide + " px wide on " + screen);
    const bar = document.querySelector(".tabs");
    const covered = bar && getComputedStyle(bar).position === "fixed" && bar.offsetWidth === screen ? bar.offsetHeight : 0;
    if (covered > ${(page.viewportSize()?.height ?? 0) / 4}) found.push("the tabs cover " + covered + " px");
    const lines = [];
    const walker = document.createTreeWalker(document.querySelector(".wrap"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.data.trim();
      const box = node.parentElement;
      if (!text || !box.checkVisibility() || box.closest(".hidden, .skip, svg, script, noscript, option, select, .toast")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const meant = box.closest(".clip, .excerpt, .read-out section");
      const scrolled = box.closest(".scroll");
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        if (meant && rect.bottom > meant.getBoundingClientRect().bottom + 1) continue;
        const name = JSON.stringify(text.slice(0, 40));
        if (!scrolled && (rect.left < -1 || rect.right > screen + 1)) found.push(name + " leaves the screen");
        for (let up = box; up && up !== document.body; up = up.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(up);
          if (up === meant || (overflowX === "visible" && overflowY === "visible") || up.classList.contains("scroll")) continue;
          const outer = up.getBoundingClientRect();
          if (rect.right > outer.right + 1 || rect.bottom > outer.bottom + 2) found.push(name + " is cut off");
        }
        lines.push({ rect, name, node });
      }
    }
    lines.sort((a, b) => a.rect.top - b.rect.top);
    for (let i = 0; i < lines.length; i += 1) {
      for (let j = i + 1; j < lines.length && lines[j].rect.top < lines[i].rect.bottom; j += 1) {
        const [a, b] = [lines[i].rect, lines[j].rect];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // a line's box is taller than its letters: two that touch are a third into each other before letters meet
        // the "…" of a title that was cut is counted as one more piece of it
        if (lines[i].node !== lines[j].node && across > 2 && down > Math.min(a.height, b.height) / 3) found.push(lines[i].name + " lies on " + lines[j].name);
      }
    }
    return [...new Set(found)].slice(0, 8);
  })()`);
