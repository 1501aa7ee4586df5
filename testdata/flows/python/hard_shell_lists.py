# slguard:handler handler
# slguard:handler sound
import os
import shlex
import subprocess
from subprocess import PIPE, Popen, run as execute

OPTIONS = {"shell": True, "check": True}
QUIET = dict(stdout=PIPE, stderr=PIPE)


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    subprocess.run("ls " + name, **OPTIONS)  # slguard:expect command-injection
    execute(["sh", "-c", f"ls {name}"], **QUIET)  # slguard:expect command-injection
    Popen("ls %s" % name, stdout=PIPE, shell=True).communicate()  # slguard:expect command-injection
    command = ["bash"]
    command += ["-c", "ls " + name]
    subprocess.check_call(command)  # slguard:expect command-injection
    subprocess.run(shlex.split("ls " + name), shell=False)  # slguard:safe
    subprocess.run([name, "--version"])  # slguard:expect command-injection
    subprocess.run(" ".join(["ls", name]), shell=bool(1))  # slguard:expect command-injection
    os.popen("ls \"" + name + "\"").read()  # slguard:expect command-injection
    os.system("ls " + shlex.quote(name) + " " + name)  # slguard:expect command-injection
    os.execvp("/bin/sh", ["/bin/sh", "-c", name])  # slguard:expect command-injection


def sound(event, context):
    name = event["queryStringParameters"]["name"]
    subprocess.run(["ls", "--", name], **QUIET)  # slguard:safe
    subprocess.run("ls -- " + shlex.quote(name), shell=True)  # slguard:safe
    subprocess.run(["echo", "x"], input=name, text=True, shell=False)  # slguard:safe
    subprocess.run("ls $NAME", shell=True, env={"NAME": "x"}, cwd="/tmp")  # slguard:safe
    line = " ".join(shlex.quote(part) for part in ["ls", name])
    os.system(line)  # slguard:safe
    os.system(shlex.join(["ls", name]))  # slguard:safe
    command = ["convert", "/tmp/in.png"]
    command.append("/tmp/" + str(int(name)) + ".png")
    subprocess.check_output(command)  # slguard:safe
