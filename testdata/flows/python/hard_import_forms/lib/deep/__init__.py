import os
from . import tools


def spread(text):
    os.system("spread " + text)  # slguard:expect command-injection


def hidden(text):
    os.system("hidden " + text)  # slguard:safe
