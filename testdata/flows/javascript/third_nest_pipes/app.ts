import { Body, Controller, Get, Module, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from "@nestjs/common";
import { IsEnum, IsInt, IsOptional, IsString } from "class-validator";
import { Type } from "class-transformer";
import { execSync } from "child_process";

enum Sort {
  Name = "name",
  Price = "price",
}

class SearchDto {
  @IsEnum(Sort) sort!: Sort;
  @Type(() => Number) @IsInt() @IsOptional() limit = 10;
  @IsString() text!: string;
}

@Controller("shop")
export class ShopController {
  @Get("uuid/:id") uuid(@Param("id", ParseUUIDPipe) id: string) {
    execSync(`show ${id}`); // slguard:safe
  }
  @Get("version/:id") version(@Param("id", new ParseUUIDPipe({ version: "4" })) id: string) {
    execSync(`show ${id}`); // slguard:safe
  }
  @Get("page") page(@Query("n", ParseIntPipe) n) {
    execSync(`page ${n}`); // slguard:safe
  }
  @Get("raw/:id") raw(@Param("id") id: string) {
    execSync(`show ${id}`); // slguard:expect command-injection
  }
  @Post("search") search(@Body() dto: SearchDto) {
    execSync(`search --sort ${dto.sort} --limit ${dto.limit}`); // slguard:safe
    execSync(`search --text ${dto.text}`); // slguard:expect command-injection
  }
}

@Module({ controllers: [ShopController] })
export class AppModule {}
