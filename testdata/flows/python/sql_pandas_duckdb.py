# slguard:handler handler
import duckdb
import pandas as pd
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/shop")


def handler(event, context):
    city = event["queryStringParameters"]["city"]
    frame = pd.read_sql_query("SELECT * FROM shops WHERE city = '%s'" % city, engine)  # slguard:expect sql-injection
    duckdb.sql("SELECT * FROM 'shops.parquet' WHERE city = '" + city + "'")  # slguard:expect sql-injection
    pd.read_sql("SELECT * FROM shops WHERE city = %(city)s", engine, params={"city": city})  # slguard:safe
    duckdb.execute("SELECT * FROM 'shops.parquet' WHERE city = ?", [city])  # slguard:safe
    return frame.shape
