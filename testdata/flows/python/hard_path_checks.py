# slguard:handler handler
# slguard:handler sound
import os
import os.path as osp
from pathlib import Path

BASE = "/tmp/files"
ROOT = Path("/tmp/files")


def read(path):
    return open(path).read()  # slguard:expect path-traversal


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    path = os.path.join(BASE, name)
    read(path)
    if os.path.abspath(path).startswith(BASE):
        Path(path).read_text()  # slguard:expect path-traversal
    if path.startswith(BASE + "/"):
        os.remove(path)  # slguard:expect path-traversal
    if (ROOT / name).is_relative_to(ROOT):
        (ROOT / name).unlink()  # slguard:expect path-traversal
    if ".." in name:
        return {"statusCode": 400}
    (ROOT / name).read_bytes()  # slguard:expect path-traversal
    real = osp.realpath(path)
    os.stat(real)  # slguard:expect path-traversal
    os.path.exists(path.replace("../", "")) and os.unlink(path.replace("../", ""))  # slguard:expect path-traversal
    with open(BASE + "/" + name.lstrip("/") + ".txt") as source:
        return source.read()


def inside(base, path):
    real = os.path.realpath(path)
    if os.path.commonpath([base, real]) != base:
        raise PermissionError(path)
    return real


def sound(event, context):
    name = event["queryStringParameters"]["name"]
    with open(inside(BASE, os.path.join(BASE, name))) as source:  # slguard:safe
        source.read()
    target = (ROOT / name).resolve()
    if not target.is_relative_to(ROOT):
        return {"statusCode": 403}
    target.read_text()  # slguard:safe
    real = os.path.realpath(os.path.join(BASE, name))
    if real.startswith(BASE + os.sep):
        os.remove(real)  # slguard:safe
    open(os.path.join(BASE, os.path.basename(name)))  # slguard:safe
    (ROOT / Path(name).name).read_text()  # slguard:safe
    open(f"{BASE}/{int(name)}.txt")  # slguard:safe
    try:
        (ROOT / name).resolve().relative_to(ROOT)
    except ValueError:
        return {"statusCode": 403}
    return {"statusCode": 200}
