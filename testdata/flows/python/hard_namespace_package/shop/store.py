import os

from . import quoting


def save(text):
    os.system("save " + text)  # slguard:expect command-injection
    os.system("save " + quoting.quoted(text))  # slguard:safe
