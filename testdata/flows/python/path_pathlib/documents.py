import pathlib

ROOT = pathlib.Path("/mnt/docs")


def read(name):
    path = ROOT / name
    if not path.is_relative_to(ROOT):
        raise PermissionError(name)
    return path.read_text()  # slguard:expect path-traversal


def read_inside(name):
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise PermissionError(name)
    return path.read_text()  # slguard:safe
