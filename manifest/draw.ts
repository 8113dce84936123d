/** Colours as PNG keeps them: red, green, blue and opacity, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row. */
  readonly pixels: Uint8Array;
}

/** Lines of one colour, drawn with a round pen: each a list of corners, in pixels. */
export interface Stroke {
  readonly colour: Colour;
  readonly pen: number;
  readonly lines: readonly (readonly Point[])[];
}

type Point = readonly [x: number, y: number];

/** How often a pixel is looked at, each way; its colour is the mean, which makes the edges smooth. */
const LOOKS = 8;

/** A square of `size` pixels. Strokes must not overlap: each pixel takes the first that covers it. */
export function draw(size: number, ground: Colour, strokes: readonly Stroke[]): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      pixels.set(pixelAt(column, row, ground, strokes), (row * size + column) * 4);
  return { width: size, height: size, pixels };
}

function pixelAt(column: number, row: number, ground: Colour, strokes: readonly Stroke[]): Colour {
  for (const stroke of strokes) {
    const covered = coverage(column, row, stroke);
    if (covered > 0) return mixed(ground, stroke.colour, covered);
  }
  return ground;
}

/** The share of a pixel that a stroke covers; only at its edge is it looked at closely. */
function coverage(column: number, row: number, { pen, lines }: Stroke): number {
  const outside = (x: number, y: number) => Math.min(...lines.map((line) => distance([x, y], line))) - pen / 2;
  const middle = outside(column + 0.5, row + 0.5);
  if (Math.abs(middle) > 1) return middle > 0 ? 0 : 1;

  let covered = 0;
  for (let look = 0; look < LOOKS * LOOKS; look++) {
    const x = column + ((look % LOOKS) + 0.5) / LOOKS;
    const y = row + (Math.floor(look / LOOKS) + 0.5) / LOOKS;
    if (outside(x, y) <= 0) covered++;
  }
  return covered / (LOOKS * LOOKS);
}

/** From a point to the nearest of a line's. */
function distance(point: Point, corners: readonly Point[]): number {
  return Math.min(...corners.slice(1).map((end, at) => distanceToPiece(point, corners[at] ?? end, end)));
}

function distanceToPiece([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
  const nearest = Math.min(1, Math.max(0, along));
  // Not Math.hypot, which engines round in ways of their own
  return Math.sqrt((x - x1 - nearest * dx) ** 2 + (y - y1 - nearest * dy) ** 2);
}

/** On nothing, the colour itself, more or less opaque: white edges of an outline must stay white. */
function mixed(ground: Colour, colour: Colour, share: number): Colour {
  const [red, green, blue, opacity] = colour;
  if (ground[3] === 0) return [red, green, blue, Math.round(opacity * share)];
  const mix = (below: number, above: number) => Math.round(below + (above - below) * share);
  return [mix(ground[0], red), mix(ground[1], green), mix(ground[2], blue), 255];
}
