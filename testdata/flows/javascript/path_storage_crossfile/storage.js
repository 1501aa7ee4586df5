const fs = require("fs-extra");
const { resolve, sep, basename } = require("path");

class Storage {
  #root;

  constructor(root) {
    this.#root = resolve(root);
  }

  read(name) {
    return fs.readFile(this.#root + "/" + name, "utf8"); // slguard:expect path-traversal
  }

  readInside(name) {
    const full = resolve(this.#root, name);
    if (full !== this.#root && !full.startsWith(this.#root + sep)) {
      throw new RangeError("outside of the store");
    }
    return fs.readFile(full, "utf8"); // slguard:safe
  }

  remove(name) {
    return fs.unlink(`${this.#root}/${basename(name)}`); // slguard:safe
  }
}

exports.Storage = Storage;
