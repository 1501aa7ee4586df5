import os
import shlex
import subprocess

CONVERT = "/opt/bin/convert"


def thumbnail(source, width):
    command = "%s %s -resize %sx /tmp/out.png" % (CONVERT, source, width)
    subprocess.run(command, shell=True, check=True)  # slguard:expect command-injection


def thumbnail_quoted(source, width):
    command = f"{CONVERT} {source} -resize {shlex.quote(width)} /tmp/out.png"
    os.system(command)  # slguard:safe
