import { version } from "../../package.json";

/** The version of this library. */
export const libraryVersion: string = version;
