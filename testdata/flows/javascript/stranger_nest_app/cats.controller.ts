import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from "@nestjs/common";
import { IsEnum, IsString, Matches } from "class-validator";
import { CatsService } from "./cats.service";

enum Breed { Tabby = "tabby", Sphynx = "sphynx" }

export class CreateCat {
  @IsString() name!: string;
  @IsEnum(Breed) breed!: Breed;
  @Matches(/^[a-z]{3}$/) code!: string;
}

@Controller("cats")
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get(":name")
  find(@Param("name") name: string) {
    return this.cats.find(name);
  }

  @Get("by-age/:age")
  age(@Param("age", ParseIntPipe) age: number) {
    return this.cats.byAge(age);
  }

  @Post()
  create(@Body() cat: CreateCat) {
    return this.cats.create(cat);
  }

  @Get("go")
  go(@Query("url") url: string, @Res() res: any) {
    res.redirect(url); // slguard:expect open-redirect
  }
}
