# slguard:handler handler
import json
import shlex
import subprocess


def handler(event, context):
    body = json.loads(event["body"])
    branch = body["branch"]
    subprocess.run(["git", "checkout", branch], cwd="/tmp/repo")  # slguard:expect argument-injection
    subprocess.run(["curl", body["flags"], "https://example.com/"])  # slguard:expect argument-injection
    subprocess.run(["curl", shlex.quote(body["flags"]), "https://example.com/"])  # slguard:expect argument-injection
    subprocess.run(["git", "checkout", "--", branch], cwd="/tmp/repo")  # slguard:safe
    subprocess.run(["git", "checkout", "origin/" + branch], cwd="/tmp/repo")  # slguard:safe
    subprocess.run(["echo", branch])  # slguard:safe
