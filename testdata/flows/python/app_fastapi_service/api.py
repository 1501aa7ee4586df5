import httpx
from fastapi import APIRouter, Depends

from .deps import session
from .models import NoteQuery

router = APIRouter()


@router.post("/query")
async def query(q: NoteQuery, db=Depends(session)):
    db.execute(f"SELECT * FROM notes WHERE owner = '{q.owner}'")  # slguard:expect sql-injection
    db.execute(f"SELECT * FROM notes WHERE year = {q.year}")  # slguard:safe
    marks = ",".join("?" * len(q.tags))
    db.execute(f"SELECT * FROM notes WHERE tag IN ({marks})", q.tags)  # slguard:safe
    async with httpx.AsyncClient(timeout=5) as client:
        await client.get(str(q.source))  # slguard:expect ssrf
        await client.get("https://api.example/notes", params={"source": str(q.source)})  # slguard:safe
    return {}
