import subprocess


def run(line):
    subprocess.run("echo " + line, shell=True)  # slguard:expect command-injection
    subprocess.run("echo " + clean(line), shell=True)  # slguard:safe


def clean(line):
    return "".join(c for c in line if c.isalnum())
