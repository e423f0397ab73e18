// Writes src/generated/operations.ts: the types of every document in src/documents, and the documents themselves.
import { codegen } from "@graphql-codegen/core";
import * as documentNodes from "@graphql-codegen/typed-document-node";
import * as schemaTypes from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";

const here = new URL(".", import.meta.url);
const schema = await readFile(new URL("../../docs/api/schema.graphql", here), "utf8");
const folder = new URL("src/documents/", here);
const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
const documents = await Promise.all(
  names.map(async (name) => ({ location: name, document: parse(await readFile(new URL(name, folder), "utf8")) })),
);

const written = await codegen({
  filename: "operations.ts",
  schema: parse(schema),
  documents,
  config: {
    documentMode: "string",
    enumsAsTypes: true,
    onlyOperationTypes: true,
    scalars: { Date: "string", DateTime: "string", ID: "string" },
    strictScalars: true,
    skipTypename: true,
    useTypeImports: true,
  },
  plugins: [{ typescript: {} }, { operations: {} }, { documents: {} }],
  pluginMap: { typescript: schemaTypes, operations, documents: documentNodes },
});

const target = new URL("src/generated/", here);
await mkdir(target, { recursive: true });
await writeFile(new URL("operations.ts", target), `// Generated from docs/api/schema.graphql; run npm run generate.\n${written}`);
console.log(`${names.length} files of documents, ${written.split("\n").length} lines`);
