# slguard:handler handler HTTP_API_V2
from fastapi import FastAPI
from mangum import Mangum

from api import router as api_router

app = FastAPI()
app.include_router(api_router, prefix="/api/v1")
handler = Mangum(app, lifespan="off")
