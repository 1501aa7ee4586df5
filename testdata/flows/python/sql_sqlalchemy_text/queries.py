import os

import sqlalchemy as sa
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"])
SORTS = {"day": "sold_on", "amount": "amount DESC"}


def report(region, sort):
    with engine.begin() as connection:
        statement = text("SELECT * FROM sales WHERE region = '" + region + "'")  # slguard:expect sql-injection
        connection.execute(sa.select(sa.literal_column(sort)))  # slguard:expect sql-injection
        return [dict(row) for row in connection.execute(statement)]


def report_bound(region, sort):
    with engine.begin() as connection:
        statement = text("SELECT * FROM sales WHERE region = :region ORDER BY " + SORTS[sort])  # slguard:safe
        return [dict(row) for row in connection.execute(statement, {"region": region})]
