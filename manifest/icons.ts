import { draw, type Colour, type Stroke } from "./draw.js";
import { toPng } from "./png.js";

/*
 * The mark: a list of names, and the tick that is set while they are called.
 */
const GROUND: Colour = [0x0b, 0x55, 0x63, 255];
const TICK: Colour = [0xff, 0xc8, 0x57, 255];
const WHITE: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [255, 255, 255, 0];

type Line = Stroke["lines"][number];
const bar = (y: number, from: number, to: number): Line => [
  [from, y],
  [to, y],
];

/** 192 × 192, on a solid square: Teams rounds the corners by itself. */
export const colourIcon = (): Uint8Array =>
  toPng(
    draw(192, GROUND, [
      { colour: WHITE, pen: 16, lines: [bar(48, 40, 144), bar(86, 40, 108), bar(124, 40, 54)] },
      {
        colour: TICK,
        pen: 20,
        lines: [
          [
            [82, 122],
            [106, 146],
            [150, 94],
          ],
        ],
      },
    ]),
  );

/** 32 × 32, white on nothing and out to the edges: Teams adds the padding. Bars lie on whole pixels, or they blur. */
export const outlineIcon = (): Uint8Array =>
  toPng(
    draw(32, NOTHING, [
      {
        colour: WHITE,
        pen: 4,
        lines: [
          bar(3, 2, 30),
          bar(14, 2, 17),
          bar(25, 2, 8),
          [
            [14, 24],
            [19, 29],
            [30, 16],
          ],
        ],
      },
    ]),
  );
