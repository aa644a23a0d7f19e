import type { Matrix } from "./matrix.ts";

/** The frame a page is read in: points, origin top left, /Rotate and UserUnit undone. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** From the page's own user space into the frame. */
  readonly toFrame: Matrix;
}

/**
 * @param view Crop box in user space, as pdf.js gives it (normalised).
 * @param rotate Clockwise degrees, a multiple of 90.
 */
export function pageFrame(view: readonly number[], rotate: number, userUnit: number): PageFrame {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const k = userUnit > 0 ? userUnit : 1;
  const across = (x1 - x0) * k;
  const down = (y1 - y0) * k;
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return { width: down, height: across, toFrame: [0, k, k, 0, -y0 * k, -x0 * k] };
    case 180:
      return { width: across, height: down, toFrame: [-k, 0, 0, k, x1 * k, -y0 * k] };
    case 270:
      return { width: down, height: across, toFrame: [0, -k, -k, 0, y1 * k, x1 * k] };
    default:
      return { width: across, height: down, toFrame: [k, 0, 0, -k, -x0 * k, y1 * k] };
  }
}
