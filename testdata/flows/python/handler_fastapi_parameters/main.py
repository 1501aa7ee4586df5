# slguard:handler handler
from enum import Enum
from typing import Literal, Optional
from uuid import UUID

from fastapi import Body, Depends, FastAPI, File, Form, Header, UploadFile
from mangum import Mangum
from pydantic import BaseModel

from services import run, run_number

app = FastAPI()


class Job(BaseModel):
    command: str
    size: int = 1


class Kind(str, Enum):
    small = "small"
    large = "large"


@app.post("/jobs")
async def create(job: Job, x_label: Optional[str] = Header(None)):
    run(job.command)
    run_number(job.size)
    return {"ok": True}


@app.get("/jobs/{identifier}")
def read(identifier: UUID, kind: Kind, mode: Literal["a", "b"], limit: int = 10):
    run_number(identifier)
    run_number(kind)
    run_number(mode)
    run_number(limit)
    return {}


@app.post("/upload")
async def upload(file: UploadFile = File(...), title: str = Form(...)):
    with open("/tmp/" + file.filename, "wb") as out:  # slguard:expect path-traversal
        out.write(await file.read())
    return {}


handler = Mangum(app)
