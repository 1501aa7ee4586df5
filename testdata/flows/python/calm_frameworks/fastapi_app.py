# slguard:handler handler HTTP_API_V2
import datetime
import enum
import os
import uuid
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, HTTPException, Query, Security
from fastapi.responses import JSONResponse, StreamingResponse
from mangum import Mangum
from pydantic import BaseModel, Field, StringConstraints
from sqlalchemy import create_engine, desc, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine(os.environ["DATABASE_URL"], pool_pre_ping=True)
app = FastAPI(title="events")


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "events"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    title: Mapped[str]
    kind: Mapped[str]
    day: Mapped[datetime.date]


class Kind(str, enum.Enum):
    talk = "talk"
    workshop = "workshop"


class NewEvent(BaseModel):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    kind: Kind
    day: datetime.date


def database():
    with Session(engine) as session:
        yield session


@app.get("/events")
def events(kind: Kind | None = None, q: str | None = Query(None, max_length=50), order: Literal["day", "title"] = "day",
           limit: int = Query(20, le=100), db: Session = Depends(database)):
    query = select(Event)
    if kind:
        query = query.where(Event.kind == kind.value)
    if q:
        query = query.where(Event.title.ilike(f"%{q}%"))
    rows = db.scalars(query.order_by(desc(getattr(Event, order))).limit(limit)).all()  # slguard:safe
    return [{"id": str(row.id), "title": row.title} for row in rows]


@app.post("/events", status_code=201)
def create(new: NewEvent, db: Session = Depends(database)):
    event = Event(title=new.title, kind=new.kind.value, day=new.day)
    db.add(event)  # slguard:safe
    db.commit()
    return {"id": str(event.id)}


@app.get("/events/{event_id}.ics")
def calendar(event_id: uuid.UUID, db: Session = Depends(database)):
    event = db.get(Event, event_id)  # slguard:safe
    if event is None:
        raise HTTPException(404, detail="unknown event")
    lines = ["BEGIN:VCALENDAR", f"UID:{event_id}", f"DTSTART:{event.day:%Y%m%d}", f"SUMMARY:{event.title}", "END:VCALENDAR"]
    return StreamingResponse(iter("\r\n".join(lines)), media_type="text/calendar")  # slguard:safe


@app.exception_handler(KeyError)
async def missing(request, problem):
    return JSONResponse({"detail": "missing"}, status_code=400)


handler = Mangum(app, api_gateway_base_path="/prod")
