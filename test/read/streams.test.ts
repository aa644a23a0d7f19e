import { createHash } from "node:crypto";
import { constants, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inflate } from "../../src/read/inflate.ts";
import { digestOf, sha256 } from "../../src/read/sha256.ts";

const data = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 4000 }))
    .map(([part, times]) => new Uint8Array(Buffer.alloc(part.length * times, part))),
);

describe("inflate", () => {
  it("gives back what was compressed, at any level", () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const { complete, bytes: found, length, checksum } = inflate(deflateSync(bytes, { level }), { limit: 1e6, keep: true });
        expect([complete, checksum]).toEqual([true, "right"]);
        expect(length).toBe(bytes.length);
        expect(Buffer.compare(found as Uint8Array, bytes)).toBe(0);
      }),
      { seed: 3 },
    );
  });

  it("says when the data break off", () => {
    fc.assert(
      fc.property(data, fc.double({ min: 0, max: 0.99, noNaN: true }), (bytes, share) => {
        const compressed = deflateSync(bytes);
        const withoutChecksum = compressed.length - 4;
        expect(inflate(compressed.subarray(0, Math.floor(withoutChecksum * share)), { limit: 1e6, keep: false }).complete).toBe(false);
      }),
      { seed: 3 },
    );
  });

  it("keeps what came before the damage", () => {
    const sound = Buffer.alloc(100_000, "预算");
    const damaged = Buffer.concat([deflateSync(sound, { finishFlush: constants.Z_SYNC_FLUSH }), Buffer.alloc(100, 0xff)]);
    const { complete, bytes } = inflate(damaged, { limit: 1e6, keep: true });
    expect(complete).toBe(false);
    expect(Buffer.compare(bytes as Uint8Array, sound)).toBe(0);
  });

  it.each([
    ["a line feed behind them", (data: Buffer) => Buffer.concat([data, Buffer.from("\n")]), "right"],
    ["a wrong checksum", (data: Buffer) => data.fill(1, data.length - 4), "wrong"],
    ["no checksum", (data: Buffer) => data.subarray(0, -4), "missing"],
    ["no header", (data: Buffer) => data.subarray(2), "missing"],
  ])("takes data with %s for complete", (_, changed, checksum) => {
    const data = changed(deflateSync(Buffer.alloc(100_000, "预算")));
    expect(inflate(data, { limit: 1e6, keep: true })).toMatchObject({ complete: true, length: 100_000, checksum });
  });

  it("stops at the limit and never throws on noise", () => {
    expect(inflate(deflateSync(Buffer.alloc(1e6)), { limit: 1000, keep: false })).toMatchObject({ tooLong: true, complete: false });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(inflate(noise, { limit: 10_000, keep: true }).length).toBeLessThan(80_000);
      }),
      { seed: 3 },
    );
  });
});

describe("sha256", () => {
  it("is the platform's, and the same where the platform has none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const expected = createHash("sha256").update(bytes).digest("hex");
        expect(await sha256(bytes)).toBe(expected);
        expect(Buffer.from(digestOf(bytes)).toString("hex")).toBe(expected);
      }),
      { seed: 3 },
    );
  });
});
