export { version as libraryVersion } from "../../package.json";
