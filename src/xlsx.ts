export { toXlsx, type XlsxOptions } from "./export/to-xlsx.ts";
