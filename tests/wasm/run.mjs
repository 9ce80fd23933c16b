// Runs a request through the WebAssembly module: node run.mjs MODULE REQUEST.json
import { readFileSync } from "node:fs";

const [module, request] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
const { memory, memory_for, run } = instance.exports;
const bytes = readFileSync(request);
const place = memory_for(bytes.length);
new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
const answer = run(place, bytes.length);
const length = new DataView(memory.buffer).getUint32(answer, true);
process.stdout.write(new Uint8Array(memory.buffer, answer + 4, length));
