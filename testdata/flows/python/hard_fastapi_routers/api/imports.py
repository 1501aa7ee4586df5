import shutil

from fastapi import APIRouter, BackgroundTasks, File, Form, Request, UploadFile

router = APIRouter()


def unpack(name):
    shutil.unpack_archive("/tmp/in/" + name, "/tmp/out")  # slguard:expect path-traversal


def touch(name):
    open("/tmp/in/" + name, "w").close()  # slguard:safe


@router.post("/upload")
async def upload(tasks: BackgroundTasks, file: UploadFile = File(...), label: str = Form("x")):
    with open("/tmp/in/" + file.filename, "wb") as out:  # slguard:expect path-traversal
        out.write(await file.read())
    tasks.add_task(unpack, file.filename)
    tasks.add_task(touch, "marker")
    return {"ok": True}


@router.post("/raw")
async def raw(request: Request):
    body = await request.json()
    with open("/tmp/in/" + body["name"]) as source:  # slguard:expect path-traversal
        return {"size": len(source.read())}
