import { describe, expect, it } from "vitest";
import { strengthen } from "../../src/ocr/strengthen.ts";

/** Rows of `#` for ink, `.` for paper. */
function strengthened(...rows: readonly string[]): string[] {
  const width = rows[0]?.length ?? 0;
  const data = Uint8Array.from(rows.join(""), (one) => (one === "#" ? 0 : 255));
  const { data: result } = strengthen({ width, height: rows.length, data });
  return rows.map((_, row) => [...result.subarray(row * width, (row + 1) * width)].map((value) => (value < 140 ? "#" : ".")).join(""));
}

describe("thin strokes are made stronger", () => {
  it("that are broken, across the gap", () => {
    expect(strengthened("............", "............", "##..####..##", "............", "............")[2]).toBe("############");
  });

  it("on all sides", () => {
    expect(strengthened(".......", ".......", "...#...", ".......", ".......")).toEqual([
      ".......",
      "...#...",
      "..###..",
      "...#...",
      ".......",
    ]);
  });

  it("but nothing is bridged that lies further apart", () => {
    expect(strengthened("#..........#")).toEqual(["##........##"]);
  });

  it("and paper stays paper", () => {
    expect(strengthened("....", "....")).toEqual(["....", "...."]);
  });
});
