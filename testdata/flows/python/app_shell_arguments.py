# slguard:handler handler SQS
import asyncio
import json
import os
import shlex
import subprocess
import sys
from subprocess import PIPE, STDOUT, Popen


async def convert(source):
    process = await asyncio.create_subprocess_shell(f"ffmpeg -i {source} /tmp/out.mp4", stdout=PIPE)  # slguard:expect command-injection
    await process.communicate()
    process = await asyncio.create_subprocess_exec("ffprobe", "-i", source, stdout=PIPE)  # slguard:safe
    await process.wait()


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)  # slguard:expect command-injection


def run_list(*command):
    return subprocess.run(list(command), check=True)  # slguard:safe


def handler(event, context):
    for record in event["Records"]:
        body = json.loads(record["body"])
        name = body["name"]
        run(f"render {name}", shell=True)
        run_list("render", "--", name)
        subprocess.call(["sh", "-c", "render " + name])  # slguard:expect command-injection
        subprocess.call(["bash", "-c", 'render "$1"', "_", name])  # slguard:safe
        subprocess.Popen([sys.executable, "-c", "print(%s)" % name])  # slguard:expect command-injection
        subprocess.Popen([body["tool"], "--version"])  # slguard:expect command-injection
        subprocess.check_call("render " + shlex.quote(name), shell=True)  # slguard:safe
        subprocess.check_call(shlex.join(["render", name]), shell=True)  # slguard:safe
        subprocess.check_call(shlex.split("render " + name))  # slguard:safe
        subprocess.check_call(shlex.split(body["line"]))  # slguard:expect command-injection
        subprocess.run(["git", "clone", body["url"]], check=False)  # slguard:expect argument-injection
        subprocess.run(["git", "clone", "--", body["url"]], check=False)  # slguard:safe
        subprocess.run(["curl", "https://api.example/" + body["id"]])  # slguard:safe
        subprocess.run("render", input=name, env={"PATH": os.environ["PATH"]}, shell=True)  # slguard:safe
        with Popen(f"sort {name}", shell=True, stdout=PIPE, stderr=STDOUT) as process:  # slguard:expect command-injection
            process.stdout.read()
        os.execvp("render", ["render", name])  # slguard:safe
        os.spawnlp(os.P_WAIT, name, "x")  # slguard:expect command-injection
        asyncio.run(convert(body["source"]))
