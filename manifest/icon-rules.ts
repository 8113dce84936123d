import type { Picture } from "./draw.js";
import { fromPng } from "./png.js";

/** What Teams and its store ask of the two icons. */
export function iconProblems(colour: Uint8Array, outline: Uint8Array): string[] {
  return [
    ...problemsOf("the colour icon", colour, 192, colourProblem),
    ...problemsOf("the outline icon", outline, 32, outlineProblem),
  ];
}

function problemsOf(
  name: string,
  file: Uint8Array,
  size: number,
  problemOf: (picture: Picture) => string | null,
): string[] {
  const picture = fromPng(file);
  if (!picture) return [`${name} is no PNG as manifest/png.ts writes them`];
  const { width, height } = picture;
  if (width !== size || height !== size) return [`${name} is ${width} × ${height}, and must be ${size} × ${size}`];
  const problem = problemOf(picture);
  return problem === null ? [] : [`${name} ${problem}`];
}

/** Its edge tells: one colour all around, or nothing. */
function colourProblem(picture: Picture): string | null {
  const edge = pixelsOf(picture).filter(({ x, y }) => [x, y].some((at) => at === 0 || at === picture.width - 1));
  const colours = new Set(edge.map(({ rgb, opacity }) => (opacity === 0 ? "nothing" : `${rgb.join(" ")} ${opacity}`)));
  const solid = edge.every(({ opacity }) => opacity === 255);
  return colours.size === 1 && (solid || colours.has("nothing")) ? null : "does not stand on one colour, or on nothing";
}

function outlineProblem(picture: Picture): string | null {
  const drawn = pixelsOf(picture).filter(({ opacity }) => opacity > 0);
  if (drawn.length === 0) return "is empty";
  if (drawn.length === picture.width * picture.height) return "has no transparent ground";
  if (drawn.some(({ rgb }) => rgb.some((channel) => channel !== 255))) return "is not all white";
  const spread = (places: readonly number[]) => Math.max(...places) - Math.min(...places) + 1;
  const longest = Math.max(spread(drawn.map(({ x }) => x)), spread(drawn.map(({ y }) => y)));
  return longest >= picture.width - 2 ? null : "has padding around the symbol";
}

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly rgb: readonly number[];
  readonly opacity: number;
}

const pixelsOf = ({ width, height, pixels }: Picture): Pixel[] =>
  Array.from({ length: width * height }, (_, at) => ({
    x: at % width,
    y: Math.floor(at / width),
    rgb: [...pixels.subarray(at * 4, at * 4 + 3)],
    opacity: pixels[at * 4 + 3] ?? 0,
  }));
