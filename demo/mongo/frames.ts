import { crc32 } from "node:zlib";

/**
 * A log file is a row of frames, one per commit: "RCF1", length of the payload and its crc32 (both uint32, little endian),
 * payload. The mark lets a reader find the next frame after a bad one, which tells a torn end from a damaged middle.
 */
const MARK = Buffer.from("RCF1");
export const HEADER = 12;

export function frame(payload: Buffer): Buffer {
  const header = Buffer.alloc(HEADER);
  MARK.copy(header);
  header.writeUInt32LE(payload.length, 4);
  header.writeUInt32LE(crc32(payload), 8);
  return Buffer.concat([header, payload]);
}

/** The payload of the frame at `offset`, or undefined when there is no whole and sound frame. */
export function readFrame(file: Buffer, offset: number): Buffer | undefined {
  if (offset + HEADER > file.length || file.compare(MARK, 0, 4, offset, offset + 4) !== 0) return undefined;
  const end = offset + HEADER + file.readUInt32LE(offset + 4);
  if (end > file.length) return undefined;
  const payload = file.subarray(offset + HEADER, end);
  return crc32(payload) === file.readUInt32LE(offset + 8) ? payload : undefined;
}

/** Offset of the next sound frame after `offset`, or -1: then whatever lies at `offset` is the torn end of the file. */
export function nextFrame(file: Buffer, offset: number): number {
  let at = file.indexOf(MARK, offset + 1);
  while (at >= 0 && !readFrame(file, at)) at = file.indexOf(MARK, at + 1);
  return at;
}
