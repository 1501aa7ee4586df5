# slguard:handler handler HTTP_API_V2
from fastapi import Depends, FastAPI, HTTPException, Path, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse
from mangum import Mangum

from .api import router
from .deps import Paging, current_tenant, session
from .models import Note, NoteQuery

app = FastAPI(title="notes", docs_url=None)
app.include_router(router, prefix="/v1")


@app.middleware("http")
async def headers(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@app.get("/download/{name:path}")
async def download(name: str):
    return FileResponse(f"/mnt/notes/{name}")  # slguard:expect path-traversal


@app.get("/report/{number}")
async def report(number: int = Path(ge=1)):
    return FileResponse(f"/mnt/reports/{number}.pdf")  # slguard:safe


@app.get("/hello", response_class=HTMLResponse)
def hello(name: str = Query("you", max_length=30)):
    return f"<p>hello {name}</p>"  # slguard:expect xss-reflected


@app.get("/hello.json")
def hello_json(name: str = "you"):
    return {"html": f"<p>hello {name}</p>"}  # slguard:safe


@app.get("/leave")
def leave(to: str):
    return RedirectResponse(url=to, status_code=303)  # slguard:expect open-redirect


@app.get("/legacy/{page}")
def legacy(page: str):
    return RedirectResponse(f"https://old.notes.example/{page}")  # slguard:safe


@app.get("/notes")
def notes(paging: Paging = Depends(), tenant: str = Depends(current_tenant), db=Depends(session)):
    db.execute(f"SELECT * FROM notes LIMIT {paging.limit} OFFSET {paging.offset}")  # slguard:safe
    db.execute(f"SELECT * FROM notes WHERE tenant = '{tenant}'")  # slguard:expect sql-injection
    return []


@app.post("/notes")
async def add(note: Note, request: Request, db=Depends(session)):
    db.execute("INSERT INTO notes(text, color) VALUES (?, '" + note.color + "')", (note.text,))  # slguard:safe
    db.execute("INSERT INTO notes(text) VALUES ('" + note.text + "')")  # slguard:expect sql-injection
    raw = await request.json()
    db.execute("INSERT INTO notes(text) VALUES ('" + raw["color"] + "')")  # slguard:expect sql-injection
    return JSONResponse({"stored": True})


handler = Mangum(app, lifespan="off")
