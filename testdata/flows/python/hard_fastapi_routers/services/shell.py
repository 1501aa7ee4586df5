import asyncio


async def run(line: str):
    process = await asyncio.create_subprocess_shell(line)  # slguard:expect command-injection
    return await process.wait()
