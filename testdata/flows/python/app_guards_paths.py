# slguard:handler handler HTTP_API_V2
import os
import posixpath
from pathlib import Path, PurePosixPath

BASE = Path("/mnt/files")
ROOT = os.path.realpath("/mnt/files")


def inside(name):
    path = os.path.realpath(os.path.join(ROOT, name))
    if os.path.commonpath([ROOT, path]) != ROOT:
        raise PermissionError(name)
    return path


def handler(event, context):
    name = event["pathParameters"]["name"]
    path = os.path.realpath(os.path.join(ROOT, name))
    open(path)  # slguard:expect path-traversal
    if path.startswith(ROOT):
        open(path)  # slguard:expect path-traversal
    if path.startswith(ROOT + os.sep):
        open(path)  # slguard:safe
    open(inside(name))  # slguard:safe
    target = (BASE / name).resolve()
    if not target.is_relative_to(BASE):
        return {"statusCode": 403}
    target.read_text()  # slguard:safe
    lexical = BASE / name
    if lexical.is_relative_to(BASE):
        lexical.read_bytes()  # slguard:expect path-traversal
    if BASE in target.parents:
        target.unlink()  # slguard:safe
    try:
        other = (BASE / name).resolve(strict=True)
        other.relative_to(BASE)
    except ValueError:
        return {"statusCode": 403}
    other.read_text()  # slguard:safe
    open(os.path.join(ROOT, os.path.normpath(name)))  # slguard:expect path-traversal
    open(os.path.join(ROOT, name.replace("../", "")))  # slguard:expect path-traversal
    open(os.path.join(ROOT, name.replace("/", "_")))  # slguard:safe
    if ".." in name or name.startswith("/"):
        return {"statusCode": 400}
    open(os.path.join(ROOT, name))  # slguard:safe
    (BASE / PurePosixPath(event["rawPath"]).name).open()  # slguard:safe
    open(posixpath.basename(event["rawPath"]))  # slguard:safe
    open(ROOT + event["rawPath"])  # slguard:expect path-traversal
    open(f"/tmp/{event['rawPath'].split('/')[-1]}")  # slguard:safe
    with open(f"/tmp/{event['requestContext']['requestId']}.txt", "w") as file:  # slguard:safe
        file.write(name)
