import os
import subprocess


def run_command(command):
    os.system(command)  # slguard:expect command-injection


def run_quietly(command):
    subprocess.run(command, shell=True, capture_output=True)  # slguard:safe


def compose(first, second):
    def both(value):
        return second(first(value))

    return both
