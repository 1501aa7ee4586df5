"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
var __importStar = (this && this.__importStar) || (function () {
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k in mod) if (k !== "default") result[k] = mod[k];
        result["default"] = mod;
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.repairedHandler = exports.handler = void 0;
const child_process_1 = require("child_process");
const fs_1 = __importDefault(require("fs"));
const path = __importStar(require("path"));
const handler = async (event) => {
    const { name, file } = event.queryStringParameters ?? {};
    (0, child_process_1.execSync)(`echo ${name}`); // slguard:expect command-injection
    fs_1.default.readFileSync(path.join("/tmp", file)); // slguard:expect path-traversal
    return { statusCode: 200 };
};
exports.handler = handler;
const repairedHandler = async (event) => {
    const { file } = event.queryStringParameters ?? {};
    fs_1.default.readFileSync(path.join("/tmp", path.basename(file))); // slguard:safe
    return { statusCode: 200 };
};
exports.repairedHandler = repairedHandler;
