import os
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query

from ..services import shell
from .schemas import Export, Format, StrictExport

router = APIRouter()


def tenant_of(x_tenant: Annotated[str, Header()]):
    return x_tenant


class Paging:
    def __init__(self, sort: str = "id", size: int = 10):
        self.sort = sort
        self.size = size


@router.post("/")
async def create(export: Export):
    return await shell.run("export " + export.target.path)


@router.post("/strict")
async def create_strict(export: StrictExport):
    os.system("export " + export.name)  # slguard:safe
    os.system(f"export --count {export.count}")  # slguard:safe
    os.system("export " + export.kind.value)  # slguard:safe
    os.system("export " + export.mode)  # slguard:safe
    os.system("export " + export.loose)  # slguard:expect command-injection


@router.get("/{format}/{number}")
def show(format: Format, number: int, name: str = Query(pattern=r"^[a-z]{1,20}$"), raw: str = Query(max_length=20)):
    os.system(f"show {format.value} {number} {name}")  # slguard:safe
    os.system("show " + raw)  # slguard:expect command-injection


@router.get("/tenant")
def by_tenant(tenant: str = Depends(tenant_of), paging: Paging = Depends()):
    os.system("list " + tenant)  # slguard:expect command-injection
    os.system("list --sort " + paging.sort)  # slguard:expect command-injection
    os.system(f"list --size {paging.size}")  # slguard:safe
