function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object" && source[key] !== null) {
      if (!target[key]) {
        target[key] = {};
      }
      merge(target[key], source[key]);
    } else {
      target[key] = source[key]; // slguard:expect prototype-pollution
    }
  }
  return target;
}

function mergeSafely(target, source) {
  for (const key of Object.keys(source)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") {
      continue;
    }
    if (typeof source[key] === "object" && source[key] !== null) {
      target[key] = mergeSafely(target[key] || {}, source[key]);
    } else {
      target[key] = source[key]; // slguard:safe
    }
  }
  return target;
}

module.exports = { merge, mergeSafely };
