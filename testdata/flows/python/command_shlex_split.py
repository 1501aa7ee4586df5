# slguard:handler handler
import shlex
import subprocess


def handler(event, context):
    line = event["queryStringParameters"]["line"]
    parts = shlex.split(line)
    subprocess.run(parts)  # slguard:expect command-injection
    subprocess.run("sh -c 'ls " + " ".join(shlex.split(line)) + "'", shell=True)  # slguard:expect command-injection
    subprocess.run("ls " + shlex.join(parts), shell=True)  # slguard:safe
    subprocess.run("ls " + " ".join(shlex.quote(p) for p in parts), shell=True)  # slguard:safe
