import { IsEnum, IsInt, IsString, IsUUID, Matches } from "class-validator";

export enum Order {
  Asc = "ASC",
  Desc = "DESC",
}

export class FindCatsDto {
  @IsUUID()
  id!: string;

  @IsEnum(Order)
  order!: Order;

  @IsInt()
  age!: number;

  @IsString()
  name!: string;

  @Matches(/^[a-z]+$/)
  breed!: string;

  @Matches(/[a-z]+/)
  color!: string;
}
