const { execFile, spawn } = require("node:child_process");
const simpleGit = require("simple-git");

const git = simpleGit("/tmp/work");

exports.handler = async (event) => {
  const { remote, url } = event.queryStringParameters;
  execFile("git", ["clone", remote, "/tmp/work"]); // slguard:expect argument-injection
  const curl = spawn("curl", ["-s", url]); // slguard:expect argument-injection
  await git.clone(remote); // slguard:expect argument-injection
  return curl.pid;
};

exports.repairedHandler = async (event) => {
  const { remote, url } = event.queryStringParameters;
  execFile("git", ["clone", "--", remote, "/tmp/work"]); // slguard:safe
  spawn("curl", ["-s", "https://api.example.com/" + url]); // slguard:safe
  execFile("git", ["checkout", Number(url)]); // slguard:safe
};
