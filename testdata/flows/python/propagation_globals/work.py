import os

import state


def run():
    return os.popen("report " + state.tenant).read()  # slguard:expect command-injection


def run_fixed():
    return os.popen("report " + state.version).read()  # slguard:safe
