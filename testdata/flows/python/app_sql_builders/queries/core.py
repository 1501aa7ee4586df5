from sqlalchemy import MetaData, Table, bindparam, column, create_engine, func, insert, literal_column, select, text, update

engine = create_engine("postgresql+psycopg://", pool_pre_ping=True)
metadata = MetaData()
orders = Table("orders", metadata, autoload_with=engine)


def run(name, value):
    with engine.begin() as connection:
        connection.execute(select(orders).where(orders.c.status == value))  # slguard:safe
        connection.execute(text("SELECT * FROM orders WHERE status = :s"), {"s": value})  # slguard:safe
        connection.execute(text(f"SELECT * FROM orders WHERE status = '{value}'"))  # slguard:expect sql-injection
        connection.execute(text("SELECT * FROM orders WHERE status = :s").bindparams(s=value))  # slguard:safe
        connection.execute(select(literal_column(name)).select_from(orders))  # slguard:expect sql-injection
        connection.execute(select(column(name)).select_from(orders))  # slguard:safe
        connection.execute(insert(orders).values(status=value))  # slguard:safe
        connection.execute(update(orders).where(orders.c.id == bindparam("i")).values(status=value), {"i": 1})  # slguard:safe
        connection.execute(select(orders).order_by(text(name)))  # slguard:expect sql-injection
        connection.exec_driver_sql("DELETE FROM orders WHERE status = '%s'" % value)  # slguard:expect sql-injection
        connection.execute(select(func.count()).where(orders.c.status.in_(value)))  # slguard:safe
