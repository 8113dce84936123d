import { describe, expect, it } from "vitest";
import { draw, type Colour } from "./draw.js";
import { iconProblems } from "./icon-rules.js";
import { colourIcon, outlineIcon } from "./icons.js";
import { fromPng, toPng } from "./png.js";

const WHITE: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [255, 255, 255, 0];
const line = (colour: Colour, from: number, to: number) => ({
  colour,
  pen: 4,
  lines: [
    [
      [from, 16],
      [to, 16],
    ],
  ] as const,
});
const outline = (...strokes: Parameters<typeof draw>[2]) => toPng(draw(32, NOTHING, strokes));

describe("our icons", () => {
  it("are what Teams asks for", () => {
    expect(iconProblems(colourIcon(), outlineIcon())).toEqual([]);
  });

  it("show something: a tick in a colour of its own, and a mark that fills a fair part of its square", () => {
    const colours = new Set<string>();
    const { pixels } = fromPng(colourIcon()) ?? { pixels: new Uint8Array() };
    for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.subarray(at, at + 3).join(" "));
    expect([...colours]).toEqual(expect.arrayContaining(["11 85 99", "255 255 255", "255 200 87"]));

    const drawn = fromPng(outlineIcon())?.pixels.filter((value, at) => at % 4 === 3 && value > 127).length ?? 0;
    expect(drawn / (32 * 32)).toBeGreaterThan(0.2);
  });
});

describe("icons that are not", () => {
  const problemOf = (colour: Uint8Array, other: Uint8Array = outlineIcon()) => iconProblems(colour, other);

  it.each([
    ["of another size", toPng(draw(96, WHITE, [])), "the colour icon is 96 × 96, and must be 192 × 192"],
    ["no picture", new TextEncoder().encode("<svg/>"), "the colour icon is no PNG as manifest/png.ts writes them"],
    ["cut short", colourIcon().subarray(0, 200), "the colour icon is no PNG as manifest/png.ts writes them"],
    [
      "drawn over the edge",
      toPng(draw(192, [0, 90, 90, 255], [line(WHITE, 0, 90)])),
      "the colour icon does not stand on one colour, or on nothing",
    ],
  ])("a colour icon %s", (_, colour, problem) => {
    expect(problemOf(colour)).toEqual([problem]);
  });

  it.each([
    ["empty", outline(), "the outline icon is empty"],
    ["a white square", toPng(draw(32, WHITE, [])), "the outline icon has no transparent ground"],
    ["grey", outline(line([200, 200, 200, 255], 2, 30)), "the outline icon is not all white"],
    ["padded", outline(line(WHITE, 8, 24)), "the outline icon has padding around the symbol"],
  ])("an outline that is %s", (_, icon, problem) => {
    expect(problemOf(colourIcon(), icon)).toEqual([problem]);
  });
});
