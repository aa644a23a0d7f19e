/** Two bytes of JPEG 2000 that begin its sizes. */
const jpeg2000Start = [0xff, 0x4f, 0xff, 0x51] as const;

/** Pixels that the data of a picture claim, in JPEG or JPEG 2000; 0 for others. */
export function pixelsClaimed(data: Uint8Array): number {
  return data[0] === 0xff && data[1] === 0xd8 ? jpegPixels(data) : jpeg2000Pixels(data);
}

/** The largest frame: sizes stand behind a marker from C0 to CF, three of which are others. */
function jpegPixels(data: Uint8Array): number {
  let most = 0;
  for (let at = data.indexOf(0xff); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) most = Math.max(most, number(data, at + 5, 2) * number(data, at + 7, 2));
  }
  return most;
}

function jpeg2000Pixels(data: Uint8Array): number {
  let most = 0;
  for (let at = data.indexOf(0xff); at >= 0; at = data.indexOf(0xff, at + 1))
    if (jpeg2000Start.every((byte, index) => data[at + index] === byte))
      most = Math.max(most, number(data, at + 8, 4) * number(data, at + 12, 4));
  return most;
}

function number(data: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let at = from; at < from + length; at++) value = value * 256 + (data[at] ?? 0);
  return value;
}
