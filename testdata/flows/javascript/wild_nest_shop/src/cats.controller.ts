import { Body, Controller, Get, Header, Headers, Param, ParseIntPipe, Post, Query, Redirect } from "@nestjs/common";
import { FindCatsDto } from "./cats.dto";
import { CatsService } from "./cats.service";

@Controller("cats")
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Post("find")
  find(@Body() dto: FindCatsDto) {
    return this.cats.find(dto);
  }

  @Get(":id")
  one(@Param("id", ParseIntPipe) id: number, @Query("tag") tag: string) {
    return this.cats.one(id, tag);
  }

  @Get("page")
  @Header("Content-Type", "text/html")
  page(@Query("title") title: string) {
    return `<h1>${title}</h1>`; // slguard:expect xss-reflected
  }

  @Get("out")
  @Redirect()
  out(@Headers("x-return") url: string) {
    return { url }; // slguard:expect open-redirect
  }
}
