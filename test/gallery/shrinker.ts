import type { Browser } from "playwright-core";

/** Small enough for a repository to keep some hundreds of pictures, and large enough to read. */
const SCALE = 0.6;
const QUALITY = 0.5;

/**
 * Makes a picture smaller, and a WebP, which Playwright does not offer: a quarter of a PNG. Not by asking the browser
 * for a smaller picture of the page: it then draws anew what it had in layers, one time exactly and another not.
 */
export async function openShrinker(browser: Browser): Promise<(png: Buffer) => Promise<Buffer>> {
  const page = await browser.newPage();
  return async (png) => {
    const source = `data:image/png;base64,${png.toString("base64")}`;
    const [, webp = ""] = (await page.evaluate<string>(smaller(source))).split(",");
    return Buffer.from(webp, "base64");
  };
}

const smaller = (source: string): string => `(async () => {
  const image = new Image();
  image.src = ${JSON.stringify(source)};
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * ${SCALE});
  canvas.height = Math.round(image.naturalHeight * ${SCALE});
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", ${QUALITY});
})()`;
