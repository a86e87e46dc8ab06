/**
 * What is shared as a picture, drawn by the sharer's own browser: 1080 pixels wide, as high as it needs to be, in the light
 * colours whatever the phone's theme. All that is written is wrapped, so that nothing runs off.
 */
import { heightOf } from "../parts/multiples.ts";
import type { ToldChart } from "./chart-told.ts";
import type { Told } from "./told.ts";

const WIDTH = 1080;
const MARGIN = 72;
const INNER = WIDTH - 2 * MARGIN;

/** The light half of `web/style.ts`: a picture has no theme. */
const COLOURS = {
  paper: "#fbfaf7",
  ink: "#1c1e20",
  soft: "#5b6167",
  line: "#e3dfd6",
  band: "#efeee9",
  accent: "#0a6b66",
  weak: "#b0430a",
  wash: "#fbeee4",
  lift: "#e0eae7",
  stem: "#9b9f9f",
};

const FAMILY = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

type Style = { size: number; bold?: boolean; colour?: string };

type Pen = { context: CanvasRenderingContext2D; y: number };

const fontOf = ({ size, bold }: Style): string => `${bold ? 600 : 400} ${size}px ${FAMILY}`;

const leading = (size: number): number => Math.round(size * (size > 44 ? 1.2 : 1.36));

/** The text in lines of at most `width`; a word that is longer than a line is cut itself. */
function linesOf(text: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/ +/).flatMap((word) => cut(word, width, widthOf));
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number, widthOf: (piece: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && widthOf(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Writes at the pen and moves it below. @param right from the right edge, in a column of `width` */
function write(pen: Pen, text: string, style: Style, width = INNER, right = false): void {
  const { context } = pen;
  context.font = fontOf(style);
  context.fillStyle = style.colour ?? COLOURS.ink;
  context.textAlign = right ? "right" : "left";
  context.textBaseline = "alphabetic";
  const step = leading(style.size);
  for (const line of linesOf(text, width, (piece) => context.measureText(piece).width)) {
    pen.y += step;
    context.fillText(line, right ? WIDTH - MARGIN : MARGIN, pen.y - Math.round(step * 0.26));
  }
}

function rule({ context, y }: Pen): void {
  context.fillStyle = COLOURS.line;
  context.fillRect(MARGIN, y, INNER, 2);
}

const CHART = 300;

function drawDots(pen: Pen, chart: Extract<ToldChart, { kind: "dots" }>): void {
  const { context, y: top } = pen;
  const { posts, low, high, weak } = chart;
  const step = INNER / Math.max(1, posts.length);
  const x = (index: number) => MARGIN + (index + 0.5) * step;
  const y = (times: number) => top + heightOf(times) * CHART;
  const first = posts.findIndex(({ marked }) => marked);
  const last = posts.findLastIndex(({ marked }) => marked);
  context.fillStyle = COLOURS.band;
  context.fillRect(MARGIN, y(high), INNER, y(low) - y(high));
  if (first >= 0) {
    context.fillStyle = weak ? COLOURS.wash : COLOURS.lift;
    context.fillRect(MARGIN + first * step, top, (last - first + 1) * step, CHART);
  }
  context.fillStyle = COLOURS.soft;
  context.fillRect(MARGIN, y(1) - 1, INNER, 2);
  const told = weak ? COLOURS.weak : COLOURS.accent;
  const radius = Math.max(4, Math.min(13, step / 3));
  posts.forEach(({ times, marked }, index) => {
    if (times === null) return;
    context.strokeStyle = marked ? told : COLOURS.stem;
    context.fillStyle = marked ? told : COLOURS.ink;
    context.lineWidth = 3;
    context.beginPath();
    context.moveTo(x(index), y(1));
    context.lineTo(x(index), y(times));
    context.stroke();
    context.beginPath();
    context.arc(x(index), y(times), marked ? radius * 1.2 : radius, 0, 2 * Math.PI);
    context.fill();
  });
  pen.y += CHART;
}

const LINE = 200;

/** An unknown value breaks the line. */
function drawLine(pen: Pen, { values }: Extract<ToldChart, { kind: "line" }>): void {
  const { context, y: top } = pen;
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => MARGIN + (index / Math.max(1, values.length - 1)) * (INNER - 16) + 8;
  const y = (value: number) => top + LINE - 12 - ((value - low) / span) * (LINE - 24);
  context.strokeStyle = COLOURS.ink;
  context.fillStyle = COLOURS.ink;
  context.lineWidth = 5;
  context.lineJoin = "round";
  context.lineCap = "round";
  context.beginPath();
  values.forEach((value, index) => {
    if (value === null) return;
    if ((values[index - 1] ?? null) === null) context.moveTo(x(index), y(value));
    context.lineTo(x(index), y(value));
  });
  context.stroke();
  const last = values.findLastIndex((value) => value !== null);
  context.beginPath();
  context.arc(x(last), y(values[last] ?? 0), 11, 0, 2 * Math.PI);
  context.fill();
  pen.y += LINE;
}

function drawChart(pen: Pen, chart: ToldChart): void {
  if (chart === null) return;
  pen.y += 36;
  if (chart.kind === "dots") drawDots(pen, chart);
  else drawLine(pen, chart);
  pen.y += 8;
  write(pen, chart.caption, { size: 28, colour: COLOURS.soft });
}

/** A figure a row: its name and what it is beside on the left, its value on the right. */
function drawFigures(pen: Pen, { figures }: Told): void {
  for (const { name, value, more } of figures) {
    pen.y += 12;
    rule(pen);
    const top = pen.y + 14;
    pen.context.font = fontOf({ size: 50, bold: true });
    const own = Math.min(INNER * 0.45, pen.context.measureText(value).width);
    pen.y = top;
    write(pen, value, { size: 50, bold: true }, INNER * 0.45, true);
    const right = pen.y;
    pen.y = top + 8;
    const left = INNER - own - 40;
    write(pen, name, { size: 34 }, left);
    if (more !== null) write(pen, more, { size: 28, colour: COLOURS.soft }, left);
    pen.y = Math.max(pen.y, right) + 10;
  }
  if (figures.length === 0) return;
  pen.y += 4;
  rule(pen);
}

/** Characters: about three lines of the large letters. */
const LONG_SENTENCE = 90;

function drawAll(context: CanvasRenderingContext2D, told: Told, chart: ToldChart, made: string) {
  const pen: Pen = { context, y: MARGIN - 12 };
  write(pen, told.library, { size: 34, bold: true });
  write(pen, told.about, { size: 30, colour: COLOURS.soft });
  pen.y += 28;
  // a report's sentence, or an event with its day and place, would else fill the screen
  const size = told.sentence.length > LONG_SENTENCE ? 46 : 62;
  write(pen, told.sentence, { size, bold: true });
  if (told.evidence !== null) {
    pen.y += 14;
    write(pen, told.evidence, { size: 36, colour: COLOURS.soft });
  }
  drawChart(pen, chart);
  pen.y += 24;
  drawFigures(pen, told);
  if (told.todo !== null) {
    pen.y += 28;
    write(pen, told.todo, { size: 36 });
  }
  pen.y += 36;
  write(pen, made, { size: 26, colour: COLOURS.soft });
  return pen.y + MARGIN - 24;
}

/** So far apart are two shades of a channel. */
const SHADE = 48;

/**
 * The edges of letters have thousands of shades, which nobody sees and a thin line carries; with a few it is half as large.
 * The colours themselves stay as they are.
 */
function inFewerShades(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  // a pixel a number: alpha, blue, green, red
  const pixels = new Uint32Array(image.data.buffer);
  const few = new Map(
    Object.values(COLOURS)
      .map(pixelOf)
      .map((pixel) => [pixel, pixel]),
  );
  pixels.forEach((pixel, at) => {
    let fewer = few.get(pixel);
    if (fewer === undefined) {
      fewer = rounded(pixel);
      few.set(pixel, fewer);
    }
    if (fewer !== pixel) pixels[at] = fewer;
  });
  context.putImageData(image, 0, 0);
}

const ALPHA = 0xff_00_00_00;

function pixelOf(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return (ALPHA | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

function rounded(pixel: number): number {
  const channel = (shift: number) =>
    Math.min(255, Math.round(((pixel >> shift) & 0xff) / SHADE) * SHADE) << shift;
  return (ALPHA | channel(16) | channel(8) | channel(0)) >>> 0;
}

/** `null`: this browser draws no pictures. @param made when, and with what */
export async function pictureOf(told: Told, chart: ToldChart, made: string): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = 1;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  // how high it is to be is known once it was drawn
  canvas.height = Math.ceil(drawAll(context, told, chart, made));
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, WIDTH, canvas.height);
  drawAll(context, told, chart, made);
  inFewerShades(context);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
