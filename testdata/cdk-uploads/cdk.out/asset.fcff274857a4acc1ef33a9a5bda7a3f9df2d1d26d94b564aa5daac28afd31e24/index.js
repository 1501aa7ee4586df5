var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// app/cdk-uploads/src/upload.ts
var upload_exports = {};
__export(upload_exports, {
  handler: () => handler
});
module.exports = __toCommonJS(upload_exports);
var import_fs = require("fs");
async function handler(event) {
  const name = event.queryStringParameters?.name;
  (0, import_fs.writeFileSync)("/tmp/" + name, event.body);
  return { statusCode: 204 };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  handler
});
