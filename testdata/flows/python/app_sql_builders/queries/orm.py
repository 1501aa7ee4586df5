from sqlalchemy import create_engine, desc, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


engine = create_engine("sqlite:////tmp/x.db")
Local = sessionmaker(bind=engine, expire_on_commit=False)


def run(name, order):
    with Local() as session:
        session.query(User).filter(User.name == name).all()  # slguard:safe
        session.query(User).filter_by(name=name).first()  # slguard:safe
        session.query(User).filter(text("name = '" + name + "'")).all()  # slguard:expect sql-injection
        session.scalars(select(User).where(User.name.like(f"%{name}%"))).all()  # slguard:safe
        session.add(User(name=name))  # slguard:safe
        session.execute(text("DELETE FROM users WHERE name = '%s'" % name))  # slguard:expect sql-injection
        session.query(User).order_by(getattr(User, order)).all()  # slguard:safe
        session.commit()
    with Session(engine) as other:
        other.execute(statement=text("SELECT " + order + " FROM users"))  # slguard:expect sql-injection
