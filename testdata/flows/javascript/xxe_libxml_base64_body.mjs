import libxml from "libxmljs2";
import { XMLParser } from "fast-xml-parser";
import { parseStringPromise } from "xml2js";

const text = (event) => (event.isBase64Encoded ? Buffer.from(event.body, "base64").toString("utf-8") : event.body);

export const handler = async (event) => {
  const document = libxml.parseXml(text(event), { noent: true, noblanks: true }); // slguard:expect xxe
  return { statusCode: 200, body: document.root().name() };
};

export const repairedHandler = async (event) => {
  const document = libxml.parseXml(text(event), { noblanks: true }); // slguard:safe
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(text(event)); // slguard:safe
  const other = await parseStringPromise(text(event)); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ root: document.root().name(), parsed: !!parsed, other: !!other }) };
};
