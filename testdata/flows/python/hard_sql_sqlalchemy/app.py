# slguard:handler handler
from sqlalchemy import asc, create_engine, desc, func, select, text
from sqlalchemy.orm import Session, sessionmaker

from tables import Base, Item

engine = create_engine("postgresql://localhost/shop")
Local = sessionmaker(bind=engine)
SORTS = {"name": Item.name, "age": Item.age}


def handler(event, context):
    q = event["queryStringParameters"]
    name, sort = q["name"], q.get("sort", "name")
    with Local() as session:
        session.execute(text(f"SELECT * FROM items WHERE name = '{name}'"))  # slguard:expect sql-injection
        session.execute(text("SELECT * FROM items WHERE name = :name"), {"name": name})  # slguard:safe
        session.execute(text("SELECT * FROM items WHERE name = :name").bindparams(name=name))  # slguard:safe
        session.execute(select(Item).where(Item.name == name))  # slguard:safe
        session.execute(select(Item).where(text("name = '%s'" % name)))  # slguard:expect sql-injection
        session.query(Item).filter(Item.name.like(f"%{name}%")).all()  # slguard:safe
        session.query(Item).filter_by(name=name).order_by(SORTS[sort]).all()  # slguard:safe
        session.query(Item).order_by(text(sort)).all()  # slguard:expect sql-injection
        session.query(Item).order_by(text(sort if sort in ("name", "age") else "name")).all()  # slguard:safe
        direction = desc if q.get("dir") == "desc" else asc
        session.query(Item).order_by(direction(getattr(Item, "name"))).all()  # slguard:safe
        session.execute(select(func.lower(name)))  # slguard:safe
    with engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM items WHERE name = '" + name + "'")  # slguard:expect sql-injection
        connection.exec_driver_sql("DELETE FROM items WHERE name = %s", (name,))  # slguard:safe
    with Session(engine) as session, session.begin():
        session.connection().execute(text("SELECT " + sort))  # slguard:expect sql-injection
