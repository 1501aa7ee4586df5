# slguard:handler handler
import asyncio
import os

import aiohttp


async def fetch(session, url):
    async with session.get(url) as response:  # slguard:expect ssrf
        return await response.text()


async def upper(text):
    await asyncio.sleep(0)
    return text.upper()


async def size(text):
    return len(text)


async def ticks(text):
    for part in text.split():
        yield part


async def main(event):
    text = event["body"]
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, url) for url in text.split()))
    shouted, length = await asyncio.gather(upper(text), size(text))
    os.system("say " + shouted)  # slguard:expect command-injection
    os.system(f"say {length}")  # slguard:safe
    async for tick in ticks(text):
        os.system("say " + tick)  # slguard:expect command-injection
    parts = [part async for part in ticks(text)]
    os.system("say " + parts[0])  # slguard:expect command-injection
    task = asyncio.create_task(upper(text))
    os.system("say " + await task)  # slguard:expect command-injection
    os.system("say " + await asyncio.wait_for(upper("fixed"), timeout=1))  # slguard:safe
    async with asyncio.TaskGroup() as group:
        first = group.create_task(upper(text))
        second = group.create_task(size(text))
    os.system("say " + first.result())  # slguard:expect command-injection
    os.system(f"say {second.result()}")  # slguard:safe
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, os.system, "say " + text)  # slguard:expect command-injection
    await asyncio.to_thread(os.system, "say " + text)  # slguard:expect command-injection


def handler(event, context):
    return asyncio.run(main(event))
