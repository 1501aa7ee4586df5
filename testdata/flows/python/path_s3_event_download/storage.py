import os

import pandas as pd


def work_on(bucket, key):
    target = "/tmp/{}".format(key)
    with open(target, "wb") as handle:  # slguard:expect path-traversal
        handle.write(b"")
    os.unlink(target)  # slguard:expect path-traversal


def work_on_flat(bucket, key):
    target = "/tmp/{}".format(key.replace("/", "-"))
    with open(target, "wb") as handle:  # slguard:safe
        handle.write(b"")
    name, extension = os.path.splitext(os.path.basename(key))
    open("/tmp/" + name + ".txt", "w")  # slguard:safe
    open("/tmp/" + bucket)  # slguard:safe
    pd.DataFrame().to_csv("/tmp/out.csv")  # slguard:safe
