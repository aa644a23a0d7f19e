import { cbc } from "@noble/ciphers/aes.js";
import { md5 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { joinBytes } from "../join-bytes.ts";
import type { FileObjects } from "./file-objects.ts";
import { dictionaryOf, isArray, isName, type ObjectId, type PdfDictionary, PdfName, PdfString, type PdfValue } from "./pdf-value.ts";
import { stringBytes } from "./string-bytes.ts";

/** Undoes the encryption of data that belong to an object. */
export type Decrypt = (data: Uint8Array, owner: ObjectId) => Uint8Array;

/** What fills a password up to 32 bytes. */
const filler = Uint8Array.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a".match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
);
const noInitialVector = new Uint8Array(16);

/**
 * Undoes the encryption of a file's streams, as far as passwords can.
 *
 * @param password Tried as the user's and as the owner's; then none.
 * @returns undefined where the file is not encrypted, or in another way, or no password fits: then pdf.js cannot read it either
 * @source ISO 32000-2, 7.6
 */
export function standardSecurity(objects: FileObjects, password: string | undefined): Decrypt | undefined {
  const trailer = objects.trailers.findLast((one) => one.has("Encrypt"));
  const encrypt = dictionaryOf(objects.resolve(trailer?.get("Encrypt")));
  if (!isName(objects.resolve(encrypt.get("Filter")), "Standard")) return undefined;
  const ids = objects.resolve(trailer?.get("ID"));
  const parameters = parametersOf(encrypt, isArray(ids) ? bytesOf(objects.resolve(ids[0])) : new Uint8Array(), objects);
  const passwords = [...(password === undefined ? [] : [password]), ""].map((text) => passwordBytes(text, parameters.revision));
  const keyFor = parameters.version === 5 ? keyOfRevision6 : keyOfRevision4;
  let key: Uint8Array | undefined;
  for (const one of passwords) key ??= keyFor(one, parameters);
  return key && decryptWith(key, parameters.method);
}

interface Parameters {
  readonly version: number;
  readonly revision: number;
  readonly method: "none" | "rc4" | "aes128" | "aes256";
  readonly keyBytes: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly ownerKey: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly encryptsMetadata: boolean;
  readonly fileId: Uint8Array;
}

function parametersOf(encrypt: PdfDictionary, fileId: Uint8Array, objects: FileObjects): Parameters {
  const number = (key: string, otherwise: number) => {
    const value = objects.resolve(encrypt.get(key));
    return typeof value === "number" ? value : otherwise;
  };
  const bytes = (key: string) => bytesOf(objects.resolve(encrypt.get(key)));
  const version = number("V", 0);
  return {
    version,
    revision: number("R", 0),
    method: version < 4 ? "rc4" : methodOf(encrypt, objects),
    keyBytes: version === 4 ? 16 : Math.floor(number("Length", 40) / 8),
    owner: bytes("O"),
    user: bytes("U"),
    ownerKey: bytes("OE"),
    userKey: bytes("UE"),
    permissions: number("P", 0),
    encryptsMetadata: objects.resolve(encrypt.get("EncryptMetadata")) !== false,
    fileId,
  };
}

function methodOf(encrypt: PdfDictionary, objects: FileObjects): Parameters["method"] {
  const name = objects.resolve(encrypt.get("StmF"));
  const filters = dictionaryOf(objects.resolve(encrypt.get("CF")));
  const filter = name instanceof PdfName ? dictionaryOf(objects.resolve(filters.get(name.name))) : undefined;
  const method = objects.resolve(filter?.get("CFM"));
  return (method instanceof PdfName && methods.get(method.name)) || "none";
}

const methods: ReadonlyMap<string, Parameters["method"]> = new Map([
  ["V2", "rc4"],
  ["AESV2", "aes128"],
  ["AESV3", "aes256"],
]);

function passwordBytes(text: string, revision: number): Uint8Array {
  return revision >= 5
    ? new TextEncoder().encode(text).subarray(0, 127)
    : Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
}

/** The key of the file where the password fits, up to revision 4: as the user's password, or as the owner's, which hides the user's. */
function keyOfRevision4(password: Uint8Array, parameters: Parameters): Uint8Array | undefined {
  return keyOfUser(password, parameters) ?? keyOfUser(userPassword(password, parameters), parameters);
}

function keyOfUser(
  password: Uint8Array,
  { revision, keyBytes, owner, user, permissions, encryptsMetadata, fileId }: Parameters,
): Uint8Array | undefined {
  const flags = new Uint8Array(4);
  new DataView(flags.buffer).setInt32(0, permissions, true);
  const unencrypted = revision >= 4 && !encryptsMetadata ? new Uint8Array(4).fill(255) : new Uint8Array();
  let hash = md5(joinBytes([filled(password), owner.subarray(0, 32), flags, fileId, unencrypted]));
  if (revision >= 3) for (let round = 0; round < 50; round++) hash = md5(hash.subarray(0, keyBytes));
  const key = hash.subarray(0, keyBytes);
  const check = revision >= 3 ? rc4Rounds(key, md5(joinBytes([filler, fileId])), forth) : rc4(key, filler);
  return startsWith(user, check) ? key : undefined;
}

function userPassword(password: Uint8Array, { revision, keyBytes, owner }: Parameters): Uint8Array {
  let hash = md5(filled(password));
  if (revision >= 3) for (let round = 0; round < 50; round++) hash = md5(hash);
  const key = hash.subarray(0, keyBytes);
  return revision >= 3 ? rc4Rounds(key, owner.subarray(0, 32), [...forth].reverse()) : rc4(key, owner.subarray(0, 32));
}

const forth = Array.from({ length: 20 }, (_, round) => round);

function rc4Rounds(key: Uint8Array, data: Uint8Array, rounds: readonly number[]): Uint8Array {
  return rounds.reduce(
    (all, round) =>
      rc4(
        key.map((byte) => byte ^ round),
        all,
      ),
    data,
  );
}

/** The key of the file where the password fits, from revision 5 on. */
function keyOfRevision6(password: Uint8Array, { revision, owner, user, ownerKey, userKey }: Parameters): Uint8Array | undefined {
  const hash = revision === 5 ? (...parts: Uint8Array[]) => sha256(joinBytes(parts)) : hardenedHash;
  const ofUser = user.subarray(0, 48);
  const unlocked = (key: Uint8Array, locked: Uint8Array) =>
    cbc(key, noInitialVector, { disablePadding: true }).decrypt(locked.subarray(0, 32));
  if (startsWith(user, hash(password, user.subarray(32, 40)))) return unlocked(hash(password, user.subarray(40, 48)), userKey);
  if (startsWith(owner, hash(password, owner.subarray(32, 40), ofUser)))
    return unlocked(hash(password, owner.subarray(40, 48), ofUser), ownerKey);
  return undefined;
}

/** @source ISO 32000-2, algorithm 2.B */
function hardenedHash(password: Uint8Array, salt: Uint8Array, user: Uint8Array = new Uint8Array()): Uint8Array {
  let key = sha256(joinBytes([password, salt, user]));
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = joinBytes([password, key, user]);
    const repeated = joinBytes(Array.from({ length: 64 }, () => block));
    const encrypted = cbc(key.subarray(0, 16), key.subarray(16, 32), { disablePadding: true }).encrypt(repeated);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = (remainder === 0 ? sha256 : remainder === 1 ? sha384 : sha512)(encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function decryptWith(key: Uint8Array, method: Parameters["method"]): Decrypt {
  if (method === "none") return (data) => data;
  if (method === "aes256") return (data) => decryptAes(key, data);
  return (data, owner) => {
    const own = keyOfObject(key, owner, method === "aes128");
    return method === "rc4" ? rc4(own, data) : decryptAes(own, data);
  };
}

function keyOfObject(key: Uint8Array, { objectNumber, generation }: ObjectId, isAes: boolean): Uint8Array {
  const id = Uint8Array.of(objectNumber, objectNumber >> 8, objectNumber >> 16, generation, generation >> 8);
  const salt = isAes ? new TextEncoder().encode("sAlT") : new Uint8Array();
  return md5(joinBytes([key, id, salt])).subarray(0, Math.min(key.length + 5, 16));
}

/** The initial vector stands before the data; the padding behind them does no harm to what is read from them. */
function decryptAes(key: Uint8Array, data: Uint8Array): Uint8Array {
  const blocks = data.subarray(16, data.length - (data.length % 16));
  if (blocks.length <= 0) return new Uint8Array();
  const plain = cbc(key, data.subarray(0, 16), { disablePadding: true }).decrypt(blocks);
  const padding = plain.at(-1) ?? 0;
  return padding > 0 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    const kept = state[a] as number;
    state[a] = state[b] as number;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  });
}

function filled(password: Uint8Array): Uint8Array {
  return joinBytes([password, filler]).subarray(0, 32);
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function bytesOf(value: PdfValue): Uint8Array {
  return value instanceof PdfString ? stringBytes(value) : new Uint8Array();
}
