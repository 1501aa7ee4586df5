# slguard:handler handler
import html

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse
from mangum import Mangum

from routers import pages

app = FastAPI()
app.include_router(pages.router)


@app.get("/hello/{name}")
async def hello(name: str):
    return HTMLResponse("<h1>" + name + "</h1>")  # slguard:expect xss-reflected


@app.get("/escaped/{name}")
async def escaped(name: str):
    return HTMLResponse("<h1>" + html.escape(name) + "</h1>")  # slguard:safe


@app.get("/data/{name}")
async def data(name: str):
    return {"html": "<h1>" + name + "</h1>"}  # slguard:safe


@app.get("/count/{count}")
def count(count: int):
    return HTMLResponse(f"<h1>{count}</h1>")  # slguard:safe


handler = Mangum(app, lifespan="off")
