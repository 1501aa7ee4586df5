import os


def run(command):
    os.system("run " + command)  # slguard:expect command-injection


def run_number(number):
    os.system("run %s" % number)  # slguard:safe
