import { crc32, inflateSync } from "node:zlib";
import { zlibSync } from "fflate";
import type { Picture } from "./draw.js";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits a channel, red, green, blue and opacity. */
const RGBA = Uint8Array.of(8, 6, 0, 0, 0);

/** Packed by fflate and not by Node's own zlib, whose bytes change from version to version. */
export function toPng({ width, height, pixels }: Picture): Uint8Array {
  const rows = new Uint8Array(height * (width * 4 + 1));
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
  return join([
    SIGNATURE,
    chunk("IHDR", join([uint32(width), uint32(height), RGBA])),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Reads what toPng writes; null for any other file, whose colours a check could not vouch for. */
export function fromPng(file: Uint8Array): Picture | null {
  const bytes = Buffer.from(file);
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(SIGNATURE) || !bytes.subarray(24, 29).equals(RGBA)) return null;
  const [width, height, size] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt32BE(33)];
  const rows = inflated(bytes.subarray(41, 41 + size));
  if (rows?.length !== height * (width * 4 + 1)) return null;
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = row * (width * 4 + 1);
    // A filtered row holds differences, not colours
    if (rows[start] !== 0) return null;
    pixels.set(rows.subarray(start + 1, start + 1 + width * 4), row * width * 4);
  }
  return { width, height, pixels };
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = join([new TextEncoder().encode(name), content]);
  return join([uint32(content.length), named, uint32(crc32(named))]);
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const join = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
